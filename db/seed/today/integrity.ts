import { eq } from "drizzle-orm";
import { comments, regions } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { writeComment } from "#domain/comments/write.ts";
import { flag } from "#domain/flags/flag.ts";
import { raiseGrievance } from "#domain/grievances/raise.ts";
import { hideComment } from "#domain/moderation/moderate.ts";
import { setPace } from "#domain/posts/set-pace.ts";
import { strikeVotes } from "#domain/votes/invalidate.ts";
import { sumVotes } from "#domain/votes/sum.ts";
import { startRule, writeRule } from "#domain/words/rules.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

/** By these words the discussions are found again in which the following happens. */
const onRoad = "夜里十一点还在切割，请管一管。";
const onWater = "六楼老人提不动水，有没有志愿者可以帮忙？";
const onBends = "养路工太少，一个人管二十公里。";

const pointsAtAHouse = "66 号二楼那一户就是打电话投诉的人，大家认准他家的门。";
const sharp = "挖了填、填了挖，管这件事的人是不是脑子进水了？";

/** A report that waits, a hiding that is contested, rules on words, a slowed discussion and a first numbered act. */
export function integrityActs(cast: Cast, when: (ago: Ago) => Date): Act[] {
  const at = (moment: Ago, run: (tx: Tx, now: Now) => Promise<unknown>): Act => ({
    at: when(moment),
    run: async (tx, now) => void (await run(tx, now)),
  });
  return [
    at(ago(2, "09:10"), (tx, now) => say(tx, cast, "演示网友丁", onRoad, pointsAtAHouse, now)),
    at(ago(2, "09:20"), (tx, now) => say(tx, cast, "演示网友", onRoad, sharp, now)),
    ...["演示网友乙", "演示网友戊", "演示网友庚"].map((reporter, n) =>
      at(ago(2, `10:0${n}`), async (tx, now) => {
        const { id } = await find(tx, pointsAtAHouse);
        const words = n === 0 ? "这是在叫人找上门。" : "";
        await flag(tx, cast.citizen(reporter), { of: `comment:${id}`, reason: "privacy", words }, now);
      }),
    ),
    at(ago(2, "10:30"), async (tx, now) => {
      await hideComment(tx, cast.moderator, { commentId: (await find(tx, sharp)).id, code: "insult" }, now);
    }),
    at(ago(2, "11:40"), async (tx, now) => {
      const of = `comment:${(await find(tx, sharp)).id}`;
      const words = "说的是一件事，没有点谁的名。话重了些，可路确实挖了三回，请恢复。";
      await raiseGrievance(tx, cast.citizen("演示网友"), { of, words }, now);
    }),
    at(ago(2, "14:00"), (tx, now) => rule(tx, cast, "低息贷款、代办证件", "mark", now, true)),
    at(ago(1, "21:40"), (tx, now) => rule(tx, cast, "加我号码、进群领红包", "refuse", now, false)),
    at(ago(1, "19:30"), async (tx, now) => {
      const { postId } = await find(tx, onWater);
      await setPace(tx, cast.moderator, { postId, minutes: 5, verifiedOnly: true }, now);
    }),
    at(ago(1, "09:30"), async (tx, now) => {
      await sumVotes(tx, now, true);
      const personIds = [cast.citizen("演示网友庚").id, cast.citizen("演示网友辛").id];
      const { postId } = await find(tx, onBends);
      await strikeVotes(tx, cast.moderator, { postId, personIds, code: "borrowed" }, now);
    }),
  ];
}

async function find(tx: Tx, body: string): Promise<{ id: number; postId: number }> {
  const [row] = await tx
    .select({ id: comments.id, postId: comments.postId })
    .from(comments)
    .where(eq(comments.body, body));
  if (!row) throw new Error(`nobody in the seed says ${body}`);
  return row;
}

async function say(tx: Tx, cast: Cast, author: string, beside: string, body: string, now: Now): Promise<void> {
  const { postId } = await find(tx, beside);
  await writeComment(tx, cast.citizen(author), { postId, body, demo: true }, now);
}

async function rule(tx: Tx, cast: Cast, words: string, effect: "mark" | "refuse", now: Now, on: boolean) {
  const held = cast.moderator.grants.find(({ role }) => role === "moderator");
  const [region] = await tx
    .select({ slug: regions.slug })
    .from(regions)
    .where(eq(regions.id, held?.regionId ?? 0));
  const ruleId = await writeRule(tx, cast.moderator, { region: region!.slug, words, effect }, now);
  if (on) await startRule(tx, cast.moderator, { ruleId }, now);
}
