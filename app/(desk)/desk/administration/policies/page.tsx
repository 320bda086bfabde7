import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { PolicyRow } from "#components/administration/policy-row.tsx";
import { db } from "#db/client.ts";
import { administersAll } from "#domain/administration/administers-all.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import { listPolicies } from "#domain/policies/list-policies.ts";
import { Head } from "../head.tsx";
import { change } from "./actions.ts";

/** Every number the platform goes by, and from which day on another one. */
export default async function PoliciesPage() {
  const actor = await requireSignedIn("/desk/administration/policies");
  if (!(await administersAll(db, actor))) notFound();
  const at = await now();
  const [policies, t] = await Promise.all([listPolicies(db, at), getTranslations("policies")]);
  return (
    <>
      <Head current="policies" />
      <div className="max-w-column">
        <p className="my-3 text-ink-2">{t("words")}</p>
        {policies.map((policy) => (
          <PolicyRow key={policy.name} policy={policy} earliest={addDays(at.today, 1)} change={change} />
        ))}
      </div>
    </>
  );
}
