import { eq } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { findOffice } from "#domain/administration/find.ts";
import type { Now } from "#domain/calendar/now.ts";
import { draftPost } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { respondToStory } from "#domain/stories/respond.ts";
import type { Cast } from "./cast.ts";
import { heyuan, type PastLetter } from "./heyuan.ts";
import type { Rows } from "./past-talk.ts";
import type { Act } from "./play.ts";

/** Whose stream 公仆在线 stands on. */
const stage = "wangxin";

/**
 * The letter of 2011 that 公仆在线 reported on. The record has neither the report's day nor its words: it stands on the day
 * on which the office's answer speaks of it, in the words of letter and answer, and the answer is what the office said to it.
 */
export function pastStories(cast: Cast, rows: Rows): Act[] {
  return heyuan.letters.filter(({ exposed }) => exposed).flatMap((letter) => exposure(cast, rows, letter));
}

function exposure(cast: Cast, rows: Rows, letter: PastLetter): Act[] {
  const answered = new Date(letter.answered.at);
  const { facts, done } = letter.answer;
  const office = letter.lead;
  let postId: number;
  const report = async (tx: Tx, now: Now) => {
    const [row] = await tx
      .select({ number: letters.number })
      .from(letters)
      .where(eq(letters.id, rows.get(letter.key)!));
    const { office: on } = await findOffice(tx, stage);
    const body = `“公仆在线”报道：${letter.title}。来信说：“${letter.body}”`;
    const told = { body, prompts: [], images: [], story: { letters: [row!.number], offices: [office] } };
    const draft = { stream: { officeId: on.id }, kind: "exposure" as const, ...told, approx: true };
    postId = (await draftPost(tx, cast.editor, draft, now)).id;
    await publishPost(tx, cast.editor, { postId }, now);
  };
  const respond = async (tx: Tx, now: Now) => {
    const { office: named } = await findOffice(tx, office);
    return respondToStory(
      tx,
      cast.office(office),
      { postId, officeId: named.id, body: `${facts}${done}`, approx: true },
      now,
    );
  };
  return [
    { at: new Date(answered.getTime() - 1), approx: true, run: report },
    { at: answered, approx: true, run: respond },
  ];
}
