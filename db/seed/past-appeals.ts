import type { Tx } from "#db/transact.ts";
import { handOver } from "#domain/appeals/hand-over.ts";
import { lapseAppeals, silentDays } from "#domain/appeals/lapse.ts";
import { pledge } from "#domain/appeals/pledge.ts";
import { raiseAppeal } from "#domain/appeals/raise.ts";
import { verifyAppeal } from "#domain/appeals/verify.ts";
import type { Calendar } from "#domain/calendar/calendar.ts";
import { type Now, nowAt } from "#domain/calendar/now.ts";
import { type Cast, speakerOn } from "./cast.ts";
import { heyuan, type PastPost, type PastWords } from "./heyuan.ts";
import { type Rows, say } from "./past-talk.ts";
import type { Act } from "./play.ts";

/**
 * The appeal of 2011: raised by a citizen, talked about, confirmed by the county's office, and carried to the family. What
 * the record says without a number stays without one, and its receipts are not in it.
 */
export function pastAppeals(cast: Cast, rows: Rows): Act[] {
  return heyuan.posts.filter(({ kind }) => kind === "appeal").flatMap((post) => appeal(cast, rows, post));
}

/** The timetable of the days after: nobody carried it on, and its record has no report of how it ended. */
export async function endPastAppeals(tx: Tx, calendar: Calendar): Promise<void> {
  const said = heyuan.posts.flatMap(({ kind, thread = [] }) => (kind === "appeal" ? thread : []));
  const last = Math.max(...said.map(({ at }) => new Date(at).getTime()));
  await lapseAppeals(tx, nowAt(new Date(last + silentDays * 86_400_000), calendar));
}

function appeal(cast: Cast, rows: Rows, post: PastPost): Act[] {
  const { key, author, at, approx = false, body, goal_yuan, beneficiary, beneficiary_region, verifier } = post;
  const { at: verifiedAt, approx: verifiedApprox = false, by, need, public_aid: publicAid } = post.verified!;
  const raise = async (tx: Tx, now: Now) => {
    const asked = {
      body,
      beneficiary: beneficiary!,
      region: beneficiary_region!,
      goal: String(goal_yuan),
      verifier: verifier!,
    };
    rows.set(key, (await raiseAppeal(tx, cast.citizen(author), { ...asked, approx }, now)).postId);
  };
  const verify = (tx: Tx, now: Now) => {
    const charity = { charityName: "", charityUrl: "" };
    const found = { postId: rows.get(key)!, need, publicAid, ...charity, approx: verifiedApprox };
    return verifyAppeal(tx, speakerOn(cast, { office: by }), found, now);
  };
  return [
    { at: new Date(at), approx, run: raise },
    { at: new Date(verifiedAt), approx: verifiedApprox, run: verify },
    ...(post.thread ?? []).flatMap((words) => spoken(cast, rows, key, words)),
  ];
}

function spoken(cast: Cast, rows: Rows, key: string, words: PastWords): Act[] {
  const { author, at, approx = false, body, pledge_yuan, people, handed_over } = words;
  if (handed_over) {
    const hand = (tx: Tx, now: Now) => {
      const handed = { amount: "", amountWords: handed_over, present: String(people), images: [] };
      const told = { postId: rows.get(key)!, words: body, ...handed, approx, unreceipted: true };
      return handOver(tx, cast.citizen(author), told, now);
    };
    return [{ at: new Date(at), approx, run: hand }];
  }
  const said = say(cast, rows, key, words);
  if (!pledge_yuan) return [said];
  const promise = (tx: Tx, now: Now) =>
    pledge(tx, cast.citizen(author), { postId: rows.get(key)!, amount: String(pledge_yuan), things: "", approx }, now);
  return [said, { at: new Date(at), approx, run: promise }];
}
