import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { type appealWords, longestAddress, longestCharity, longestWords, type verifyInput } from "./input.ts";
import { type Stepped, takeAppealStep } from "./take-step.ts";
import { namelessWords } from "./wording.ts";

type Verification = z.output<typeof verifyInput> & {
  /** The record does not say the exact hour. */
  approx?: boolean;
};

/**
 * The office says in public that the need is there and what public aid covers already; from now on people may promise.
 * Where money is collected for one person, only a designated platform may do it (慈善法 2024, art. 124): it can be named.
 */
export function verifyAppeal(db: Db, actor: Actor, input: Verification, now: Now): Promise<Stepped> {
  const { approx = false } = input;
  return takeAppealStep(db, actor, input.postId, "verify", now, () => {
    const need = namelessWords("need", input.need, longestWords);
    const publicAid = namelessWords("publicAid", input.publicAid, longestWords);
    const set = { need, publicAid, ...charityOf(input), verifiedAt: now.at, verifiedApprox: approx };
    return { set, words: `${need}\n${publicAid}`, approx };
  });
}

/** Not confirmed: the appeal stays readable with the reason, and nobody promises anything. */
export function refuseAppeal(db: Db, actor: Actor, input: z.output<typeof appealWords>, now: Now): Promise<Stepped> {
  return takeAppealStep(db, actor, input.postId, "refuse", now, () => {
    const refusal = namelessWords("refusal", input.words, longestWords);
    return { set: { refusal, refusedAt: now.at }, words: refusal };
  });
}

/** A designated charity: its name and an encrypted address of its own, or neither. */
function charityOf(input: Pick<Verification, "charityName" | "charityUrl">) {
  const url = plainText(input.charityUrl);
  if (url === "" && plainText(input.charityName) === "") return { charityName: null, charityUrl: null };
  const charityName = namelessWords("charityName", input.charityName, longestCharity);
  const parsed = URL.parse(url);
  const fits = parsed?.protocol === "https:" && parsed.username === "" && parsed.password === "";
  if (!fits || !parsed.hostname.includes(".") || parsed.href.length > longestAddress) {
    throw new Refusal("appeals.charityAddress");
  }
  return { charityName, charityUrl: parsed.href };
}
