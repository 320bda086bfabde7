import type { Metadata } from "next";
import { addresses } from "#app/_edge/language.ts";
import { feedAddress } from "#components/feeds/feed-address.ts";
import { atomType } from "./atom.ts";

/** For the head of a page: where programs find its feed. */
export async function feedIn(page: string): Promise<Pick<Metadata, "alternates">> {
  const at = await addresses();
  return { alternates: { types: { [atomType]: at(feedAddress(page)) } } };
}
