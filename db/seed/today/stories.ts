import { and, eq, inArray } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { findOffice } from "#domain/administration/find.ts";
import type { Now } from "#domain/calendar/now.ts";
import { draftPost } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { respondToStory } from "#domain/stories/respond.ts";
import type { StoryKind } from "#domain/stories/shown.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

interface DemoStory {
  kind: StoryKind;
  at: Ago;
  body: string;
  /** By their titles. */
  letters: string[];
  response?: { office: string; at: Ago; body: string };
}

const stories: DemoStory[] = [
  {
    kind: "exposure",
    at: ago(4, "11:00"),
    body: "两封信，写信的人都催过，都没有等到一句准话。市场后面的排水沟堵了，一下雨污水就倒灌进店铺，找过几个部门都说要等统一改造；从东源到市区的班线中途加两块钱，问要票说没有。公仆在线请两个主办单位在这里公开说清楚：谁去看过，卡在哪里，哪一天办好。",
    letters: ["市场污水横流，雨天倒灌进店铺", "城乡班线中途加价、不给车票"],
    response: {
      office: "zhujian",
      at: ago(2, "16:30"),
      body: "批评属实。我局昨天到现场，管网堵在市场北门的检查井，清掏队今晚进场；雨污分流的图纸下周一在市场公示，商户可以当面提意见。",
    },
  },
  {
    kind: "commendation",
    at: ago(3, "10:20"),
    body: "学校门口的斑马线磨没了，一封信写来，写信的家长说“第二天就来划线了，放心多了”。减速带和警示牌一起装好，开学后还派人值守一个月：不是划完就走。",
    letters: ["学校门口斑马线磨没了"],
  },
];

/** An exposure, to which one of the two offices has answered, and a commendation. */
export const storyActs = (cast: Cast, when: (ago: Ago) => Date): Act[] =>
  stories.flatMap(({ kind, at, body, letters: titles, response }) => {
    let postId: number;
    const tell = async (tx: Tx, now: Now) => {
      const story = { letters: await numbersOf(tx, titles), offices: [] };
      const { office } = await findOffice(tx, "wangxin");
      const draft = { stream: { officeId: office.id }, kind, body, prompts: [], images: [], story, demo: true };
      postId = (await draftPost(tx, cast.editor, draft, now)).id;
      await publishPost(tx, cast.editor, { postId }, now);
    };
    const told: Act = { at: when(at), run: tell };
    if (!response) return [told];
    const respond = async (tx: Tx, now: Now) => {
      const { office } = await findOffice(tx, response.office);
      const said = { postId, officeId: office.id, body: response.body, demo: true };
      return respondToStory(tx, cast.office(response.office), said, now);
    };
    return [told, { at: when(response.at), run: respond }];
  });

async function numbersOf(tx: Tx, titles: string[]): Promise<string[]> {
  const found = await tx
    .select({ number: letters.number, title: letters.title })
    .from(letters)
    .where(and(inArray(letters.title, titles), eq(letters.demo, true)));
  return titles.map((title) => found.find((letter) => letter.title === title)!.number);
}
