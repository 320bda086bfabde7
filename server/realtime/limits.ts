import type { IncomingMessage } from "node:http";
import { addressOf } from "../incoming.ts";

/** The most open sockets: in all, of one address, and topics that one socket watches. */
export const most = { sockets: 10_000, ofAddress: 60, topics: 20 };

/** Counts the open sockets by address. This machine itself is not bounded: a proxy says for whom it asks. */
export class Doorkeeper {
  readonly #byAddress = new Map<string, number>();
  #all = 0;

  /** Takes a place, and answers how to give it back; null when there is none. */
  enter(request: IncomingMessage): (() => void) | null {
    const address = subnetOf(addressOf(request));
    const here = this.#byAddress.get(address) ?? 0;
    if (this.#all >= most.sockets || (here >= most.ofAddress && !isThisMachine(address))) return null;
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

/** One household or office has a whole /64 of IPv6 addresses. */
export function subnetOf(address: string): string {
  if (!address.includes(":") || address === "::1") return address;
  const [head = "", tail = ""] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const zeros = Array(Math.max(0, 8 - before.length - tail.split(":").filter(Boolean).length)).fill("0");
  return [...before, ...zeros].slice(0, 4).join(":");
}

/** A socket is opened by our own pages: the browser says from where, and a page elsewhere cannot lie about it. */
export function isOwnOrigin({ headers }: IncomingMessage, publicUrl: string): boolean {
  if (!headers.origin || !URL.canParse(headers.origin)) return false;
  return headers.origin === new URL(publicUrl).origin || new URL(headers.origin).host === headers.host;
}
