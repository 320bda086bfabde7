import { randomInt } from "node:crypto";
import { or, sql } from "drizzle-orm";
import { leaders, offices, people } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { Refusal } from "#domain/refusal.ts";

/** Titles and words of authority: a citizen who wears one would be taken for an office. */
const authority =
  /书记|市长|县长|区长|镇长|乡长|省长|局长|厅长|处长|科长|部长|主任|主席|党委|纪委|政府|信访|公安|法院|检察|官方|客服|管理员|版主|督办|承办|受理岗|公仆|办公室|admin|official|gongpu/i;

const shape = /^[\p{L}\p{N}_·-]+(?: [\p{L}\p{N}_·-]+)*$/u;

/**
 * A nickname as it will be shown, or a refusal: 2 to 16 letters, digits, _ - ·; nobody else's, whatever its case; no
 * office's name, no leader's title.
 */
export async function acceptNickname(tx: Tx, typed: string): Promise<string> {
  const nickname = typed.normalize("NFKC").trim().replace(/\s+/g, " ");
  const length = [...nickname].length;
  if (length < 2 || length > 16) throw new Refusal("people.nicknameLength");
  if (!shape.test(nickname)) throw new Refusal("people.nicknameShape");
  if (authority.test(nickname) || (await namesSomebodyInOffice(tx, nickname)))
    throw new Refusal("people.nicknameOfficial");
  if (await isTaken(tx, nickname)) throw new Refusal("people.nicknameTaken");
  return nickname;
}

/** A nickname that says nothing about its owner; they may choose their own once. */
export async function makeUpNickname(tx: Tx): Promise<string> {
  const nickname = `网友${randomInt(100_000, 1_000_000)}`;
  return (await isTaken(tx, nickname)) ? makeUpNickname(tx) : nickname;
}

async function isTaken(tx: Tx, nickname: string): Promise<boolean> {
  // Two who want the same at the same moment: the second waits here and then sees the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(lower(${`nickname:${nickname}`}), 0))`);
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(sql`lower(${people.nickname}) = lower(${nickname})`);
  return rows.length > 0;
}

async function namesSomebodyInOffice(tx: Tx, nickname: string): Promise<boolean> {
  const [office] = await tx
    .select({ id: offices.id })
    .from(offices)
    .where(or(sql`strpos(${nickname}, ${offices.name}) > 0`, sql`strpos(${nickname}, ${offices.shortName}) > 0`))
    .limit(1);
  if (office) return true;
  const [leader] = await tx
    .select({ id: leaders.id })
    .from(leaders)
    .where(sql`strpos(${nickname}, ${leaders.title}) > 0`)
    .limit(1);
  return leader !== undefined;
}
