import type { Db } from "#db/client.ts";
import { seedCalendar } from "#db/seed/calendar.ts";
import { seedDemo } from "#db/seed/demo.ts";
import { hasAdministrator, makeAdministratorLink } from "#domain/administration/first-administrator.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { messagePort } from "#domain/messages/port.ts";
import type { Config } from "./config.ts";
import { say } from "./say.ts";

/** What an empty database needs before the first visitor: working days, and a demonstration or an administrator. */
export async function makeReady(db: Db, { demo, publicUrl }: Config): Promise<void> {
  await seedCalendar(db);
  const now = await readNow(db);
  if (demo) {
    const began = performance.now();
    if (await seedDemo(db, now)) say(`演示数据已载入。`, `The demonstration took ${seconds(began)} s to load.`);
    return;
  }
  if (!(await hasAdministrator(db))) {
    const link = await makeAdministratorLink(db, publicUrl, now);
    say(
      "请在三十分钟内打开此链接，设立第一位管理员：",
      `The first administrator opens this within 30 minutes:\n${link}`,
    );
  }
  if (!messagePort()) say("未设置 SMS_URL：网友暂时无法登录。", "Without SMS_URL citizens cannot sign in.");
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
