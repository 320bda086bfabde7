import { eq } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { findLeader, findOffice } from "#domain/administration/find.ts";
import { addDays, type CivilDate, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { writeComment } from "#domain/comments/write.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { draftPost } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { endSession } from "#domain/sessions/end.ts";
import { settleOwed } from "#domain/sessions/settle-owed.ts";
import { startSession } from "#domain/sessions/start.ts";
import { castVote } from "#domain/votes/cast.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

interface Asked {
  author: string;
  at: Ago;
  body: string;
  votes: number;
  answer?: { by: "shizhang" | "jiaotong"; at: Ago; body: string };
}

const held: Asked[] = [
  {
    author: "演示网友乙",
    at: ago(6, "15:40"),
    body: "中山路小学后门那段人行道，哪天能修完？孩子天天从那里走。",
    votes: 7,
    answer: {
      by: "shizhang",
      at: ago(4, "15:06"),
      body: "分两段修，先修校门往东这一段，上学、放学的时间不施工。修完的日期和施工单位写在现场的牌子上，到期没修完，大家照着牌子找我。",
    },
  },
  {
    author: "演示网友戊",
    at: ago(6, "17:20"),
    body: "沿江路推迟以后，到底推迟到哪一天？",
    votes: 6,
    answer: {
      by: "jiaotong",
      at: ago(4, "15:31"),
      body: "管线单位还有一处没有交面，交了以后三天内公布完工的日期。北侧 2 米通道一直留着，被占了请拍照写在评论里。",
    },
  },
  {
    author: "演示网友丙",
    at: ago(5, "20:10"),
    body: "新市区到火车站的夜班车，末班比最后一趟火车还早，出站只能打车。末班车能不能等一等最后一趟火车？",
    votes: 7,
  },
  { author: "演示网友辛", at: ago(5, "21:00"), body: "公园里有靠背的椅子太少，老人坐不住，能不能加几张？", votes: 2 },
];

const coming: Asked[] = [
  { author: "演示网友丁", at: ago(1, "11:05"), body: "一楼不同意就装不成吗？要几户同意才行？", votes: 6 },
  { author: "演示网友己", at: ago(1, "12:30"), body: "补贴一台补多少，分几次给，直接给住户还是给施工单位？", votes: 5 },
  { author: "演示网友庚", at: ago(1, "19:15"), body: "装好以后谁来保养，每年的保养费谁出？", votes: 3 },
];

/** One session that is over, with answers and a question that became a letter, and one announced for the coming days. */
export function sessionActs(cast: Cast, when: (ago: Ago) => Date, now: Now, voters: string[]): Act[] {
  const at = (from: Ago, run: Act["run"]): Act => ({ at: when(from), run });
  const posts: { over?: number; next?: number } = {};
  const asked = new Map<Asked, number>();
  const ask = (question: Asked, post: "over" | "next"): Act =>
    at(question.at, async (tx, moment) => {
      const words = { postId: posts[post]!, body: question.body, demo: true };
      const { id } = await writeComment(tx, cast.citizen(question.author), words, moment);
      asked.set(question, id);
      for (const voter of voters.slice(0, question.votes)) {
        await castVote(tx, cast.citizen(voter), { target: "comment", targetId: id, choice: 1 }, moment);
      }
    });
  const answer = (question: Asked): Act[] =>
    question.answer
      ? [at(question.answer.at, (tx, moment) => reply(tx, cast, posts.over!, asked.get(question)!, question, moment))]
      : [];
  return [
    at(ago(6, "10:20"), async (tx, moment) => {
      posts.over = await announcePast(tx, cast, when, moment);
    }),
    ...held.flatMap((question) => [ask(question, "over"), ...answer(question)]),
    at(ago(4, "15:00"), (tx, moment) => startSession(tx, cast.editor, { postId: posts.over! }, moment)),
    at(ago(4, "16:30"), (tx, moment) => endSession(tx, cast.editor, { postId: posts.over! }, moment)),
    at(ago(4, "16:31"), settleOwed),
    at(ago(3, "09:30"), (tx, moment) => takeIn(tx, cast, asked.get(held[2]!)!, moment)),
    at(ago(1, "10:40"), async (tx, moment) => {
      posts.next = await announceNext(tx, cast, now, moment);
    }),
    ...coming.map((question) => ask(question, "next")),
  ];
}

async function announcePast(tx: Tx, cast: Cast, when: (ago: Ago) => Date, now: Now): Promise<number> {
  const session = {
    title: "冬天的路：修哪里、哪天修完",
    startsAt: when(ago(4, "15:00")),
    endsAt: when(ago(4, "16:30")),
    hosts: ["leader:shizhang", "office:jiaotong"],
  };
  const stream = { officeId: (await findOffice(tx, "wangxin")).office.id };
  const body =
    "市长和市交通运输局在线回答大家关于道路的提问。先提问、先投票，支持多的先答；答不完、够票数的，散会以后都变成信件。";
  const post = { stream, kind: "session" as const, body, prompts: [], images: [], session, demo: true };
  const { id: postId } = await draftPost(tx, cast.editor, post, now);
  await publishPost(tx, cast.editor, { postId }, now);
  return postId;
}

async function announceNext(tx: Tx, cast: Cast, first: Now, now: Now): Promise<number> {
  const day = workdayAfter(addDays(first.today, 2), first);
  const session = {
    title: "老楼装电梯：谁同意、谁出钱",
    startsAt: hour(day, 15),
    endsAt: hour(day, 17),
    hosts: ["leader:shuji"],
  };
  const stream = { leaderId: (await findLeader(tx, "shuji")).leader.id };
  const body =
    "老楼装电梯，楼上盼、楼下愁。费用怎么分摊、噪声和采光怎么办、装好谁来管，请大家现在就问，那天我一条一条答。";
  const post = { stream, kind: "session" as const, body, prompts: [], images: [], session, demo: true };
  const { id: postId } = await draftPost(tx, cast.leader("shuji"), post, now);
  await publishPost(tx, cast.leader("shuji"), { postId }, now);
  return postId;
}

function workdayAfter(from: CivilDate, { calendar }: Now): CivilDate {
  let day = from;
  while (!calendar.dayOf(day).works) day = addDays(day, 1);
  return day;
}

const hour = (day: CivilDate, hours: number) => new Date(startOf(day).getTime() + hours * 3_600_000);

async function reply(tx: Tx, cast: Cast, postId: number, replyTo: number, { answer }: Asked, now: Now) {
  const { by, body } = answer!;
  const [speaker, plate] =
    by === "shizhang"
      ? [cast.leader(by), { leaderId: (await findLeader(tx, by)).leader.id }]
      : [cast.office(by), { officeId: (await findOffice(tx, by)).office.id }];
  await writeComment(tx, speaker, { postId, replyTo, body, demo: true, ...plate }, now);
}

/** The letter that came of what was left owing is taken in and goes to who runs the buses. */
async function takeIn(tx: Tx, cast: Cast, commentId: number, now: Now): Promise<void> {
  const [letter] = await tx
    .select({ letterId: letters.id, publicBody: letters.body })
    .from(letters)
    .where(eq(letters.commentId, commentId));
  const { letterId, publicBody } = letter!;
  const confirmed = { kind: "inquiry" as const, termClass: "ordinary" as const, publicBody };
  await acceptLetter(tx, cast.triage, { letterId, ...confirmed, publicTitle: "夜班公交末班车比最后一趟火车早" }, now);
  await assignLetter(tx, cast.triage, { letterId, lead: "jiaotong", assisting: [] }, now);
}
