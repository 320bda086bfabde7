import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import type { Cast } from "../cast.ts";

/** A letter that tells too much, waiting to be accepted: what publication looks for. The number is the standard's sample. */
export async function sendTellingLetter(tx: Tx, cast: Cast, now: Now): Promise<void> {
  await sendLetter(
    tx,
    cast.citizen("演示网友乙"),
    {
      mailbox: "yuancheng-fu-mailbox",
      region: "yuancheng",
      place: "上城社区",
      kind: "help",
      visibility: "nickname",
      title: "旧身份证丢了，补办窗口周末不开",
      body: "我是演示姓名，身份证 11010519491231002X，手机 138-0000-0000，住在演示苑 3 栋 2 单元 502 室。上周六开车（粤P·D0000）到窗口补办身份证，门没有开，打值班电话 0762-000-1301 也没有人接。请问周末能不能办？",
      name: "演示姓名",
      phone: "13800000000",
      via: "letter",
      demo: true,
    },
    now,
  );
}
