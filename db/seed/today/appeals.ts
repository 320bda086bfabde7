import sharp from "sharp";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { handOver } from "#domain/appeals/hand-over.ts";
import { pledge } from "#domain/appeals/pledge.ts";
import { raiseAppeal } from "#domain/appeals/raise.ts";
import { verifyAppeal } from "#domain/appeals/verify.ts";
import type { Now } from "#domain/calendar/now.ts";
import { storeImage } from "#domain/images/store.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

type When = (ago: Ago) => Date;

const pledged: { at: Ago; by: string; amount?: string; things?: string; hidden?: true }[] = [
  { at: ago(8, "12:10"), by: "演示网友乙", amount: "1000" },
  { at: ago(8, "19:30"), by: "演示网友丙", amount: "500", hidden: true },
  { at: ago(7, "08:45"), by: "演示网友丁", things: "两床棉被、一台电暖器" },
  { at: ago(6, "21:05"), by: "演示网友戊", amount: "2000", things: "帮忙搬运一天" },
  { at: ago(2, "18:20"), by: "演示网友己", amount: "300" },
];

/** Invented for the demonstration and marked 演示: one appeal that has come some way, and one that waits for an office. */
export function appealActs(cast: Cast, when: When): Act[] {
  let postId: number;
  const roof = {
    body: "源城一带上周的大风掀掉了一位独居老人的半边屋顶，屋里进了水，铺盖全湿。修屋顶的料钱和工钱要八千元左右，低保只够日常开销。",
    beneficiary: "一位七十多岁的独居老人",
    region: "yuancheng",
    goal: "8000",
    verifier: "wangxin",
  };
  const books = {
    body: "村小学的图书角只有三十来本旧书，孩子们轮着看。想给一到三年级添一批图画书，也欢迎来讲故事的志愿者。",
    beneficiary: "村小学一到三年级的孩子",
    region: "heyuan",
    goal: "",
    verifier: "",
  };
  const author = cast.citizen("演示网友");
  const found = {
    need: "网格员上门看过：屋顶损坏约二十平方米，老人暂住邻居家，修缮报价八千二百元。",
    publicAid: "已发临时救助金一千二百元、棉被一床；危房改造款要到下一批才能申请。",
    charityName: "",
    charityUrl: "",
  };
  return [
    {
      at: when(ago(9, "20:15")),
      run: async (tx, now) => {
        postId = (await raiseAppeal(tx, author, { ...roof, demo: true }, now)).postId;
      },
    },
    {
      at: when(ago(8, "10:30")),
      run: (tx, now) => verifyAppeal(tx, cast.office("wangxin"), { postId, ...found }, now),
    },
    ...pledged.map(({ at, by, amount = "", things = "", hidden }): Act => {
      const given = { amount, things, ...(hidden && { amountHidden: "on" as const }) };
      return { at: when(at), run: (tx, now) => pledge(tx, cast.citizen(by), { postId, ...given }, now) };
    }),
    { at: when(ago(4, "16:40")), run: (tx, now) => handTwoThousand(tx, author, postId, now) },
    { at: when(ago(1, "11:20")), run: (tx, now) => raiseAppeal(tx, author, { ...books, demo: true }, now) },
  ];
}

async function handTwoThousand(tx: Tx, author: Actor, postId: number, now: Now): Promise<void> {
  const alt = "演示用的收据，姓名和账号已经遮住";
  const { token } = await storeImage(tx, author, { bytes: await drawReceipt(), alt }, now);
  const words = "第一笔料钱两千元，和社区的人一起当面交给修屋顶的师傅，木料当天拉到。收据上的姓名和账号已经遮住。";
  const handed = { amount: "2000", amountWords: "", present: "4", images: [token], masked: "on" as const };
  await handOver(tx, author, { postId, words, ...handed }, now);
}

/** A sheet with ruled lines and what names somebody covered in black: no receipt of anybody's. */
function drawReceipt(): Promise<Buffer> {
  const lines = [120, 180, 240, 300].map((y) => `<path d="M60 ${y}H540" stroke="#b9b2a3" stroke-width="2"/>`).join("");
  const covered = [96, 276].map((y) => `<rect x="170" y="${y}" width="190" height="20" fill="#1a2230"/>`).join("");
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#fbf9f4"/>
    <rect x="30" y="30" width="540" height="340" fill="none" stroke="#8d8677" stroke-width="3"/>${lines}${covered}
    <circle cx="460" cy="300" r="46" fill="none" stroke="#b42318" stroke-width="4"/></svg>`;
  return sharp(Buffer.from(sheet)).png().toBuffer();
}
