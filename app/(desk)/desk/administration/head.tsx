import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { EndNotice } from "#components/administration/list-form.tsx";
import { A } from "#components/ui/link.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { db } from "#db/client.ts";
import { administersAll } from "#domain/administration/administers-all.ts";
import { coverageEnd } from "#domain/calendar/warn-of-end.ts";

type Part = "structure" | "people" | "calendar" | "policies" | "retention";

const forAll: Part[] = ["calendar", "policies", "retention"];
const hrefs: Record<Part, string> = {
  structure: "/desk/administration",
  people: "/desk/administration/people",
  calendar: "/desk/administration/calendar",
  policies: "/desk/administration/policies",
  retention: "/desk/administration/retention",
};

/** What there is, who sits there; and, for whoever administers all regions, what holds for all of them. */
export async function Head({ current }: { current: Part }) {
  const t = await getTranslations("administration");
  const all = await administersAll(db, await signedIn());
  const end = all && current !== "calendar" ? coverageEnd(await now()) : null;
  const parts: Part[] = ["structure", "people", ...(all ? forAll : [])];
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mb-3 text-ink-2">{t("lead")}</p>
      {end && <EndNotice end={end} act={<A href={hrefs.calendar}>{t("calendar")}</A>} />}
      <Tabs
        label={t("tabs")}
        tabs={parts.map((part) => ({ href: hrefs[part], words: t(part), current: current === part }))}
      />
    </>
  );
}
