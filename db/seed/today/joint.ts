import { eq } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { decideReview } from "#domain/letters/decide-review.ts";
import { enterLetter } from "#domain/letters/enter-letter.ts";
import { mergeLetter } from "#domain/letters/merge-letters.ts";
import { askReview } from "#domain/letters/review-letter.ts";
import { cosignLetter } from "#domain/signatures/cosign.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago, type DemoLetter } from "./demo-letter.ts";
import { letterActs } from "./letter-acts.ts";

const path = "永和路到新市区小学没有人行道";
const crossing = "永和路小学门口一段没有人行道";
const stop = "老城公交站搬走以后老人要多走一公里";
const pit = "东埔路排水井盖塌陷";

const jointLetters: DemoLetter[] = [
  {
    author: "演示网友乙",
    mailbox: "jiaotong-mailbox",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "永和路",
    title: path,
    body: "永和路到新市区小学这一段没有人行道，孩子上学只能走在机动车道边上，货车多，很危险。请把人行道修通。",
    sent: ago(8, "18:20"),
    steps: [
      { at: ago(7, "09:10"), step: "accept", termClass: "ordinary" },
      { at: ago(7, "09:20"), step: "assign", lead: "jiaotong", assisting: ["chengguan"] },
      { at: ago(4, "16:00"), step: "progress", words: "已量过这一段路宽，人行道可以修通，正在核对沿线的管线图。" },
    ],
  },
  {
    author: "演示网友丙",
    mailbox: "jiaotong-mailbox",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "永和路小学门口",
    title: crossing,
    body: "永和路新市区小学门口一段没有人行道，孩子上学走在机动车道上，货车很多，太危险了，请修人行道。",
    sent: ago(4, "07:40"),
    steps: [{ at: ago(3, "09:30"), step: "accept", termClass: "ordinary" }],
  },
  {
    author: "演示网友",
    mailbox: "jiaotong-mailbox",
    kind: "complaint",
    visibility: "nickname",
    region: "yuancheng",
    place: "老城公交站",
    title: stop,
    body: "老城公交站搬到大桥另一头，老人看病买菜要多走一公里，请把公交站搬回来，或者在原处加一站。",
    sent: ago(15, "09:05"),
    steps: [
      { at: ago(14, "09:00"), step: "accept", termClass: "ordinary" },
      { at: ago(14, "09:10"), step: "assign", lead: "jiaotong" },
      {
        at: ago(5, "15:00"),
        step: "answer",
        facts: "老城公交站原址路口拓宽，车站外移约九百米，情况属实。",
        basis: "城市公共汽电车客运管理规定第十五条。",
        done: "已与公交公司核对客流，原址路口施工结束以前不具备停车条件。",
        next: "施工结束后一周内复核站位；市交通运输局公交科 0762-0000000（演示号码）。",
        solved: "no",
      },
      {
        at: ago(4, "20:10"),
        step: "rate",
        solved: "no",
        attitude: "acceptable",
        speed: "satisfied",
        words: "没有说临时怎么办。",
      },
    ],
  },
  {
    author: "演示网友丁",
    mailbox: "jiaotong-mailbox",
    kind: "complaint",
    visibility: "nameless",
    region: "yuancheng",
    place: "东埔路",
    title: pit,
    body: "东埔路中段排水井盖塌陷，下雨看不见，摩托车摔过两次，请换井盖。",
    sent: ago(20, "10:00"),
    steps: [
      { at: ago(19, "09:00"), step: "accept", termClass: "ordinary" },
      { at: ago(19, "09:10"), step: "assign", lead: "zhujian" },
      {
        at: ago(12, "11:00"),
        step: "answer",
        facts: "东埔路中段一处排水井盖沉降三厘米，不影响通行。",
        basis: "城市道路管理条例第二十三条。",
        done: "已放置警示桩，列入今年的井盖更换计划。",
        next: "更换时间另行公布在工程公示栏；市政科 0762-0000000（演示号码）。",
        solved: "partly",
      },
    ],
  },
];

/** A letter beside which many stand, one handled together with it, reviews asked and decided, a letter taken by telephone. */
export function jointActs(cast: Cast, when: (ago: Ago) => Date, citizens: string[]): Act[] {
  const act = (at: Ago, run: Act["run"]): Act => ({ at: when(at), run });
  const signers = citizens.filter((nickname) => nickname !== "演示网友乙");
  return [
    ...letterActs(cast, when, jointLetters),
    ...signers.map((nickname, n) =>
      act(ago(6, `1${n % 8}:${10 + n}`), async (tx, now) => {
        const { number } = await titled(tx, path);
        const choices = { ...(n % 4 === 3 && { nameHidden: "on" as const }), ...(n < 2 && { contact: "on" as const }) };
        await cosignLetter(tx, cast.citizen(nickname), { number, ...choices }, now);
      }),
    ),
    act(ago(2, "10:30"), async (tx, now) => {
      const [host, guest] = [await titled(tx, path), await titled(tx, crossing)];
      const words = "两封信说的是同一段路，合并办理。";
      await mergeLetter(tx, cast.triage, { letterId: guest.id, host: host.number, words }, now);
    }),
    act(ago(1, "19:30"), async (tx, now) => {
      const { id: letterId } = await titled(tx, stop);
      const words = "答复只说施工，没有说施工这几个月老人怎么办。请要求在原处附近设临时停靠点。";
      await askReview(tx, cast.citizen("演示网友"), { letterId, words }, now);
    }),
    act(ago(10, "08:30"), async (tx, now) => {
      const { id: letterId } = await titled(tx, pit);
      await askReview(tx, cast.citizen("演示网友丁"), { letterId, words: "井盖已经塌陷，不是沉降三厘米。" }, now);
    }),
    act(ago(3, "16:20"), async (tx, now) => {
      const { id: letterId } = await titled(tx, pit);
      const words = "派人复测，井盖沉降七厘米，超出标准。变更原处理意见，由承办单位限期更换。";
      await decideReview(tx, cast.office("shifu"), { letterId, decision: "amend", words }, now);
    }),
    act(ago(1, "10:40"), async (tx, now) => {
      await enterLetter(tx, cast.office("jiaotong"), byPhone, now);
    }),
  ];
}

const byPhone = {
  via: "phone",
  mailbox: "jiaotong-mailbox",
  kind: "help",
  title: "村口候车亭的座椅坏了",
  body: "来电人说村口候车亭的座椅断了一条腿，老人等车没有地方坐，请派人修一下。",
  region: "yuannan",
  place: "源南镇某村村口",
  name: "",
  phone: "",
  visibility: "nameless",
  consent: "on",
  demo: true,
} as const;

async function titled(tx: Tx, title: string): Promise<{ id: number; number: string }> {
  const [letter] = await tx
    .select({ id: letters.id, number: letters.number })
    .from(letters)
    .where(eq(letters.title, title));
  return letter!;
}
