import type { Tx } from "#db/transact.ts";
import { findLeader, findOffice } from "#domain/administration/find.ts";
import { addDays, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { castBallot } from "#domain/polls/cast.ts";
import { closePolls } from "#domain/polls/close.ts";
import { ballotInput } from "#domain/polls/input.ts";
import { sumVoters } from "#domain/polls/sum-voters.ts";
import { draftPost } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

const open = {
  body: "今冬还有一笔便民资金，够先做两样。您最想先要哪两样？下周截止，票多的先做，做到哪一步在这里说。",
  options: [
    "公交站的遮雨棚和长椅",
    "菜场旁边的公共厕所",
    "老旧小区的电动车充电棚",
    "学校门口的接送等候区",
    "河堤步道的路灯",
  ],
  /** Each voter in turn. */
  ballots: [[1, 4], [2, 4], [4], [0, 3], [3, 4], [1, 2], [0, 4], [1], [2, 3], [3, 4], [1, 3]],
};

const closed = {
  body: "夜班公交延到几点，请排出先后。延得越晚，平日的班次要匀出来越多；排第一的没有过半，就按第二、第三往下算。",
  options: ["末班延到 22:30", "末班延到 23:00", "末班延到 23:30", "只在周末延到 23:30"],
  /** Each voter's numbers, one an option: level at first, it is decided by those whose first choices go out. */
  ballots: [
    ["1", "2", "", "3"],
    ["1", "2", "", ""],
    ["2", "1", "", "3"],
    ["", "1", "2", "3"],
    ["", "2", "1", "3"],
    ["", "3", "2", "1"],
    ["", "2", "", "1"],
    ["3", "2", "", "1"],
    ["2", "", "", "1"],
    ["", "1", "2", ""],
    ["2", "1", "3", "4"],
  ],
};

/** One poll that everybody may vote in, and one that was counted. */
export function pollActs(cast: Cast, when: (ago: Ago) => Date, now: Now, voters: readonly string[]): Act[] {
  const ends = new Date(startOf(addDays(now.today, 7)).getTime() + 18 * 3_600_000);
  const ended = when(ago(2, "18:00"));
  return [
    {
      at: when(ago(1, "10:00")),
      run: async (tx, at) => {
        const stream = { leaderId: (await findLeader(tx, "shizhang")).leader.id };
        const poll = { mode: "multiple" as const, options: open.options, most: 2, closesAt: ends };
        const postId = await ask(tx, cast.leader("shizhang"), { stream, body: open.body, poll }, at);
        await vote(
          tx,
          cast,
          voters,
          open.ballots.map((choice) => ({ postId, choice })),
          at,
        );
      },
    },
    {
      at: when(ago(7, "09:30")),
      run: async (tx, at) => {
        const stream = { officeId: (await findOffice(tx, "jiaotong")).office.id };
        const poll = { mode: "ranked" as const, options: closed.options, most: undefined, closesAt: ended };
        const postId = await ask(tx, cast.office("jiaotong"), { stream, body: closed.body, poll }, at);
        await vote(
          tx,
          cast,
          voters,
          closed.ballots.map((rank) => ({ postId, rank })),
          at,
        );
      },
    },
    { at: ended, run: closePolls },
  ];
}

type Asked = Pick<Parameters<typeof draftPost>[2], "stream" | "body" | "poll">;

async function ask(tx: Tx, speaker: Parameters<typeof draftPost>[1], asked: Asked, now: Now): Promise<number> {
  const post = await draftPost(tx, speaker, { ...asked, kind: "poll", prompts: [], images: [], demo: true }, now);
  await publishPost(tx, speaker, { postId: post.id }, now);
  return post.id;
}

async function vote(tx: Tx, cast: Cast, voters: readonly string[], ballots: object[], now: Now): Promise<void> {
  for (const [place, voter] of voters.slice(0, ballots.length).entries()) {
    await castBallot(tx, cast.citizen(voter), ballotInput.parse(ballots[place]), now);
  }
  await sumVoters(tx, now);
}
