import type { IncomingMessage } from "node:http";
import { addressKey } from "#domain/sign-in/limits.ts";
import { addressOf } from "../incoming.ts";

/** The most open sockets: in all, of one address, and topics that one socket watches. */
export const most = { sockets: 10_000, ofAddress: 60, topics: 20 };

/** Counts the open sockets by address. This machine itself is not bounded: a proxy says for whom it asks. */
export class Doorkeeper {
  readonly #byAddress = new Map<string, number>();
  #all = 0;

  /** Takes a place, and answers how to give it back; null when there is none. */
  enter(request: IncomingMessage): (() => void) | null {
    const from = addressOf(request);
    const address = addressKey(from);
    const here = this.#byAddress.get(address) ?? 0;
    if (this.#all >= most.sockets || (here >= most.ofAddress && !isThisMachine(from))) return null;
    this.#all += 1;
    this.#byAddress.set(address, here + 1);
    return () => {
      this.#all -= 1;
      const left = (this.#byAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#byAddress.set(address, left);
      else this.#byAddress.delete(address);
    };
  }
}

const isThisMachine = (address: string) => address === "127.0.0.1" || address === "::1";

/** A socket is opened by our own pages: the browser says from where, and a page elsewhere cannot lie about it. */
export function isOwnOrigin({ headers }: IncomingMessage, publicUrl: string): boolean {
  if (!headers.origin || !URL.canParse(headers.origin)) return false;
  return headers.origin === new URL(publicUrl).origin || new URL(headers.origin).host === headers.host;
}
