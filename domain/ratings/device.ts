import { keyedHash } from "#domain/people/seal.ts";

/** By what a browser is known again, as keyed hashes: nobody is found by them, two can only be compared. */
export interface Device {
  signInHash: string | null;
  /** Of address and browser together: a whole street may have one address. */
  placeHash: string | null;
}

interface Seen {
  signInId: string | null;
  address: string;
  browser: string;
}

/** The machine itself tells nobody apart: there the sign-in alone counts. */
export function deviceOf({ signInId, address, browser }: Seen): Device {
  return {
    signInHash: signInId === null ? null : keyedHash(`rating-sign-in:${signInId}`),
    placeHash: isLoopback(address) ? null : keyedHash(`rating-place:${address}\n${browser}`),
  };
}

const isLoopback = (address: string) => /^(::ffff:)?127\.|^::1$|^unknown$/i.test(address);
