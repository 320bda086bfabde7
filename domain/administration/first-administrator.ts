import { eq, isNull, like, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people, regions } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { nobody } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { addressKey, countTry } from "#domain/sign-in/limits.ts";
import { makeLink, readLink, spendLink } from "#domain/sign-in/links.ts";
import { type OpenedSignIn, openSignIn } from "#domain/sign-in/open-sign-in.ts";
import { type Chosen, setCredentials } from "#domain/sign-in/set-credentials.ts";
import type { WhereFrom } from "#domain/sign-in/where-from.ts";
import { giveRole } from "./grant-role.ts";

/** Whether anybody at all can administer the platform. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from roles r join people p on p.id = r.person_id and p.closed_at is null and not p.historical
    where r.role = 'administrator' and r.revoked_at is null limit 1`);
  return rows.length > 0;
}

/**
 * The link for whoever stands beside the machine: thirty minutes, once. At first start, and by `npm run admin` also
 * later, for when every administrator has lost their authenticator.
 */
export async function makeAdministratorLink(db: Db, publicUrl: string, now: Now): Promise<string> {
  const token = await transact(db, (tx) => makeLink(tx, "first-administrator", null, now));
  return `${publicUrl}/sign-in/first-administrator?${new URLSearchParams({ token })}`;
}

/** Makes an administrator of the whole platform; on an empty one also names the region it is for. */
export async function acceptAdministration(
  db: Db,
  { token, region, ...chosen }: Chosen & { token: string; region?: string | undefined },
  from: WhereFrom,
  now: Now,
): Promise<OpenedSignIn> {
  await countTry("links", addressKey(from.address));
  return transact(db, async (tx) => {
    const link = await readLink(tx, "first-administrator", token, now);
    if (!link || !(await spendLink(tx, link, now))) throw new Refusal("signIn.linkUsed");
    const personId = await openAdministration(tx, region, now);
    await setCredentials(tx, personId, chosen, link.totpSecret, now);
    return openSignIn(tx, personId, from, now);
  });
}

/** A desk that administers the root region. Also where a demonstration begins. */
export async function openAdministration(tx: Tx, regionName: string | undefined, now: Now): Promise<number> {
  const root = await rootRegion(tx, regionName);
  const nickname = await freeDesk(tx, "管理岗");
  const [desk] = await tx
    .insert(people)
    .values({ kind: "staff", nickname, createdAt: now.at })
    .returning({ id: people.id });
  const scope = { leaderId: null, officeId: null, regionId: root.id, lineage: root.lineage };
  const about = { topic: `region:${root.slug}`, counts: { role: "administrator", region: root.slug } };
  await giveRole(tx, nobody, desk!.id, "administrator", { ...scope, ...about }, now);
  return desk!.id;
}

async function rootRegion(tx: Tx, name: string | undefined) {
  const [root] = await tx.select().from(regions).where(isNull(regions.parentId)).limit(1);
  if (root) return root;
  const wished = name?.trim() ?? "";
  if ([...wished].length < 2 || [...wished].length > 30) throw new Refusal("administration.regionNameMissing");
  const [made] = await tx
    .insert(regions)
    .values({ slug: "city", name: wished, level: "city", lineage: [] })
    .returning();
  const lineage = [made!.id];
  await tx.update(regions).set({ lineage }).where(eq(regions.id, made!.id));
  return { ...made!, lineage };
}

/** 管理岗 01, 管理岗 02 …: a desk, not a person. */
async function freeDesk(tx: Tx, kind: string): Promise<string> {
  const taken = await tx
    .select({ name: people.nickname })
    .from(people)
    .where(like(people.nickname, `${kind} %`));
  const names = new Set(taken.map(({ name }) => name));
  for (let n = 1; ; n += 1) {
    const name = `${kind} ${String(n).padStart(2, "0")}`;
    if (!names.has(name)) return name;
  }
}

/** Whether the platform still has to be told which region it is for. */
export async function isEmptyPlatform(db: Db): Promise<boolean> {
  return (await db.$count(regions)) === 0;
}
