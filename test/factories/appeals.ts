import type { Db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { raiseAppeal } from "#domain/appeals/raise.ts";
import { verifyAppeal } from "#domain/appeals/verify.ts";
import type { Now } from "#domain/calendar/now.ts";
import { on } from "#test/on.ts";
import { fresh, makeOffice, makeRegion } from "./offices.ts";
import { makeCitizen, makeOperator } from "./people.ts";

interface WantedAppeal {
  author?: Person;
  state?: "raised" | "verified";
  goal?: string;
  /** A region with an office that triages; one of each is made when none is given. */
  region?: Awaited<ReturnType<typeof makeRegion>>;
  at?: Now;
}

/** An appeal, with the citizen who raised it and the operator of the office that is asked. */
export async function makeAppeal(db: Db, wanted: WantedAppeal = {}) {
  const now = wanted.at ?? on("2026-09-18");
  const region = wanted.region ?? (await makeRegion(db));
  const office = await makeOffice(db, { regionId: region.id, triages: true });
  const [author, operator] = [wanted.author ?? (await makeCitizen(db)), await makeOperator(db, office.id)];
  const words = { body: `房子被火烧了，冬天没有被子。${fresh("appeal")}`, beneficiary: "一户人家的两个孩子" };
  const asked = { ...words, region: region.slug, goal: wanted.goal ?? "3000", verifier: office.slug };
  const { postId } = await raiseAppeal(db, author, asked, now);
  if (wanted.state !== "raised") await verifyAppeal(db, operator, { postId, ...confirmed }, now);
  return { postId, author, operator, office, region };
}

/** What an office says when it has looked and found that it is so. */
export const confirmed = { need: "房屋过火属实。", publicAid: "已发救助金 800 元。", charityName: "", charityUrl: "" };
