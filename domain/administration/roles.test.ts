import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { events, people, roles, signIns, staffCredentials } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { acceptInvitation } from "#domain/sign-in/accept-invitation.ts";
import { readLink } from "#domain/sign-in/links.ts";
import { openSignIn } from "#domain/sign-in/open-sign-in.ts";
import { makeLeader, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { calendar, on } from "#test/on.ts";
import { acceptAdministration, hasAdministrator, makeAdministratorLink } from "./first-administrator.ts";
import { grantRole } from "./grant-role.ts";
import { inviteAgain, inviteStaff } from "./invite-staff.ts";
import { readStaff } from "./read-staff.ts";
import { revokeRole } from "./revoke-role.ts";

const now = on("2026-09-18");
const later = (minutes: number) => nowAt(new Date(now.at.getTime() + minutes * 60_000), calendar);
const browser = { address: "203.0.113.7", device: null };
const password = "槎城的水压今年要好，请放心";
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.at.getTime() });

beforeEach(() => {
  vi.stubEnv("GONGPU_SECRET", "one secret of a test");
  vi.stubEnv("GONGPU_DEMO", "0");
});
afterEach(() => vi.unstubAllEnvs());

async function makeAdministrator(db: Db, regionId: number) {
  const person = await makePerson(db, [{ role: "administrator", regionId }]);
  const name = `admin${person.id}`;
  await db.insert(staffCredentials).values({ personId: person.id, name, passwordHash: "x", changedAt: now.at });
  return person;
}

const roleOf = async (db: Db, personId: number) =>
  (await db.select().from(roles).where(eq(roles.personId, personId)))[0]!;

describe("granting a role", () => {
  test(
    "gives it at once, signs the person out and stands in the public log without them",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const administrator = await makeAdministrator(db, office.regionId);
      const desk = await makeHandler(db, office.id);
      await transact(db, (tx) => openSignIn(tx, desk.id, { address: "unknown", device: null }, now));
      const input = { personId: desk.id, role: "operator", scope: `office:${office.slug}` } as const;
      await grantRole(db, administrator, input, now);
      await grantRole(db, administrator, input, now);
      expect((await readPerson(db, desk.id))?.grants.map(({ role }) => role).sort()).toEqual(["handler", "operator"]);
      expect(await db.select().from(signIns)).toMatchObject([{ revokedAt: now.at }]);
      const granted = await db.select().from(events).where(eq(events.what, "role.grant"));
      expect(granted).toMatchObject([{ public: true, counts: { role: "operator", office: office.slug } }]);
      expect(JSON.stringify([granted[0]?.topics, granted[0]?.subject])).not.toContain(`person:${desk.id}`);
    }),
  );

  test(
    "is refused on what the role cannot stand on, to citizens, and by who does not administer it",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const region = await makeRegion(db);
      const leader = await makeLeader(db, { officeId: office.id });
      const administrator = await makeAdministrator(db, office.regionId);
      const desk = await makeHandler(db, office.id);
      const grant = (given: object, actor: Parameters<typeof grantRole>[1] = administrator) => {
        const input = { personId: desk.id, role: "handler", scope: `office:${office.slug}`, ...given };
        return expect(grantRole(db, actor, input as never, now)).rejects;
      };
      await grant({ role: "triage" }).toMatchObject({ key: "administration.roleElsewhere" });
      await grant({ scope: `leader:${leader.handle}` }).toMatchObject({ key: "administration.roleElsewhere" });
      await grant({ role: "supervisor" }).toMatchObject({ key: "administration.doesNotSupervise" });
      await grant({ scope: "office:nowhere" }).toMatchObject({ key: "administration.noSuchOffice" });
      const { id } = await makeCitizen(db);
      await grant({ personId: id }).toMatchObject({ key: "administration.noSuchStaff" });
      const elsewhere = { role: "administrator", scope: `region:${region.slug}` };
      await grant(elsewhere).toMatchObject({ key: "forbidden" });
      await grant({}, await makeTriage(db, office.regionId)).toMatchObject({ key: "forbidden" });
      await grant({}, nobody).toMatchObject({ key: "signInFirst" });
    }),
  );
});

describe("revoking a role", () => {
  test(
    "takes it at once and signs the person out",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const administrator = await makeAdministrator(db, office.regionId);
      const desk = await makeHandler(db, office.id);
      await transact(db, (tx) => openSignIn(tx, desk.id, { address: "unknown", device: null }, now));
      const { id } = await roleOf(db, desk.id);
      const stranger = await makeAdministrator(db, (await makeRegion(db)).id);
      await expect(revokeRole(db, stranger, { roleId: id }, now)).rejects.toMatchObject({ key: "forbidden" });
      await expect(revokeRole(db, desk, { roleId: id }, now)).rejects.toMatchObject({ key: "forbidden" });
      await revokeRole(db, administrator, { roleId: id }, now);
      expect((await readPerson(db, desk.id))?.grants).toEqual([]);
      expect(await db.select().from(signIns)).toMatchObject([{ revokedAt: now.at }]);
      const again = revokeRole(db, administrator, { roleId: id }, now);
      await expect(again).rejects.toMatchObject({ key: "administration.noSuchRole" });
    }),
  );

  test(
    "leaves somebody who can administer the platform",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const first = await makeAdministrator(db, city.id);
      const { id } = await roleOf(db, first.id);
      const lastOne = { key: "administration.lastAdministrator" };
      await expect(revokeRole(db, first, { roleId: id }, now)).rejects.toMatchObject(lastOne);
      // Neither an administrator below nor one who has not yet set a password could undo a mistake.
      await makeAdministrator(db, (await makeRegion(db, city)).id);
      await makePerson(db, [{ role: "administrator", regionId: city.id }]);
      await expect(revokeRole(db, first, { roleId: id }, now)).rejects.toMatchObject(lastOne);
      await makeAdministrator(db, city.id);
      await revokeRole(db, first, { roleId: id }, now);
      expect((await readPerson(db, first.id))?.grants).toEqual([]);
    }),
  );

  test("does not let the last two go at the same moment", async () => {
    const { db } = await ownDatabase();
    const city = await makeRegion(db);
    const both = [await makeAdministrator(db, city.id), await makeAdministrator(db, city.id)];
    const gone = both.map(async (person) => revokeRole(db, person, { roleId: (await roleOf(db, person.id)).id }, now));
    const outcomes = await Promise.allSettled(gone);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("an invitation", () => {
  test(
    "lets whoever sits at the desk choose name, password and authenticator, once",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const administrator = await makeAdministrator(db, office.regionId);
      const wanted = { nickname: "承办岗 07", role: "handler", scope: `office:${office.slug}` } as const;
      const { personId, token } = await inviteStaff(db, administrator, wanted, now);
      const link = (await readLink(db, "staff-invitation", token, now))!;
      expect(link).toMatchObject({ personId, nickname: "承办岗 07" });
      const chosen = { token, name: "chengban07", password, totp: codeOf(link.totpSecret) };
      expect(await acceptInvitation(db, chosen, browser, now)).toMatchObject({ personId });
      expect(await readPerson(db, personId)).toMatchObject({ verified: true, grants: [{ role: "handler" }] });
      expect(await readLink(db, "staff-invitation", token, now)).toBeNull();
      await expect(acceptInvitation(db, chosen, browser, now)).rejects.toMatchObject({ key: "signIn.linkUsed" });
    }),
  );

  test(
    "stays good when what was chosen is refused, ends after three days and with the next one",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const administrator = await makeAdministrator(db, office.regionId);
      const wanted = { nickname: "承办岗 08", role: "handler", scope: `office:${office.slug}` } as const;
      const { personId, token } = await inviteStaff(db, administrator, wanted, now);
      const chosen = { token, name: "chengban08", password: "短", totp: "000000" };
      await expect(acceptInvitation(db, chosen, browser, now)).rejects.toMatchObject({ key: "signIn.passwordLength" });
      expect(await readLink(db, "staff-invitation", token, later(3 * 24 * 60 - 1))).not.toBeNull();
      expect(await readLink(db, "staff-invitation", token, later(3 * 24 * 60))).toBeNull();
      expect(await readLink(db, "first-administrator", token, now)).toBeNull();
      const next = await inviteAgain(db, administrator, { personId }, now);
      expect(await readLink(db, "staff-invitation", token, now)).toBeNull();
      expect(await readLink(db, "staff-invitation", next.token, now)).not.toBeNull();
    }),
  );

  test(
    "is not made by who does not administer everything the desk holds",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const county = await makeRegion(db, city);
      const office = await makeOffice(db, { regionId: county.id });
      const ofCounty = await makeAdministrator(db, county.id);
      const high = await makePerson(db, [
        { role: "handler", officeId: office.id },
        { role: "administrator", regionId: city.id },
      ]);
      expect((await readStaff(db, ofCounty)).map(({ id }) => id)).toContain(high.id);
      const input = { personId: high.id };
      await expect(inviteAgain(db, ofCounty, input, now)).rejects.toMatchObject({ key: "forbidden" });
      const stranger = await makeAdministrator(db, (await makeRegion(db)).id);
      const unseen = inviteAgain(db, stranger, input, now);
      await expect(unseen).rejects.toMatchObject({ key: "administration.noSuchStaff" });
      const wanted = { nickname: "承办岗 09", role: "handler", scope: `office:${office.slug}` } as const;
      await expect(inviteStaff(db, stranger, wanted, now)).rejects.toMatchObject({ key: "forbidden" });
      await expect(readStaff(db, await makeCitizen(db))).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});

describe("the first administrator", () => {
  const tokenIn = (link: string) => new URL(link).searchParams.get("token")!;

  test(
    "comes by the link printed at the first start, and says which place it is for",
    inRollback(async (db) => {
      expect(await hasAdministrator(db)).toBe(false);
      const token = tokenIn(await makeAdministratorLink(db, "https://gongpu.example", now));
      const link = (await readLink(db, "first-administrator", token, now))!;
      const chosen = { token, name: "admin01", password, totp: codeOf(link.totpSecret) };
      const nowhere = acceptAdministration(db, chosen, browser, now);
      await expect(nowhere).rejects.toMatchObject({ key: "administration.regionNameMissing" });
      const { personId } = await acceptAdministration(db, { ...chosen, region: "河源市" }, browser, now);
      expect(await readPerson(db, personId)).toMatchObject({ staff: true, grants: [{ role: "administrator" }] });
      expect(await hasAdministrator(db)).toBe(true);
      const again = acceptAdministration(db, { ...chosen, region: "河源市" }, browser, now);
      await expect(again).rejects.toMatchObject({ key: "signIn.linkUsed" });
    }),
  );

  test(
    "has thirty minutes, and only the newest link",
    inRollback(async (db) => {
      const first = tokenIn(await makeAdministratorLink(db, "https://gongpu.example", now));
      const second = tokenIn(await makeAdministratorLink(db, "https://gongpu.example", now));
      expect(await readLink(db, "first-administrator", first, now)).toBeNull();
      expect(await readLink(db, "first-administrator", second, later(29))).not.toBeNull();
      expect(await readLink(db, "first-administrator", second, later(30))).toBeNull();
      expect(await readLink(db, "staff-invitation", second, now)).toBeNull();
      expect(await db.select().from(people)).toHaveLength(0);
    }),
  );
});
