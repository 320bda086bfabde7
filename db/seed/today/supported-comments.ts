import { and, eq } from "drizzle-orm";
import { comments } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { castVote } from "#domain/votes/cast.ts";
import { sumVotes } from "#domain/votes/sum.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

/** Accounts made for nothing but this: so many have to agree before a comment is owed an answer. */
export const supporters = Array.from({ length: 60 }, (_, n) => `演示网友 ${String(n + 1).padStart(2, "0")}`);

interface Supported {
  body: string;
  at: Ago;
  votes: number;
}

/** The first is answered a day later; the second still waits, and its lamp has turned amber. */
const supported: Supported[] = [
  { body: "源南镇的独居老人算不算？离市区十公里，最需要的就是他们。", at: ago(6, "12:00"), votes: 58 },
  { body: "费用写得不清楚，第一年免费，第二年呢？", at: ago(4, "09:30"), votes: 53 },
];

/** Many stand behind two comments of these days. */
export const supportActs = (cast: Cast, when: (ago: Ago) => Date): Act[] =>
  supported.map(({ body, at, votes }) => ({
    at: when(at),
    run: async (tx, now) => {
      const targetId = await find(tx, body);
      for (const name of supporters.slice(0, votes)) {
        await castVote(tx, cast.citizen(name), { target: "comment", targetId, choice: 1 }, now);
      }
      await sumVotes(tx, now);
    },
  }));

async function find(tx: Tx, body: string): Promise<number> {
  const [comment] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.body, body), comments.demo));
  return comment!.id;
}
