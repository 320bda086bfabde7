import { getLocale, getTranslations } from "next-intl/server";
import { named } from "#components/people/named.ts";
import { A } from "#components/ui/link.tsx";
import { db } from "#db/client.ts";
import type { DeskFilter } from "#domain/letters/list-desk-letters.ts";
import { readAssignable } from "#domain/offices/assignable.ts";

/** What the address narrows the queue to and no field of it says: whose clock runs, which card. With the way out of it. */
export async function Narrowed({ filter, all }: { filter: DeskFilter; all: string }) {
  const { owner, card } = filter;
  if (!owner && !card) return null;
  const [t, language, offices] = await Promise.all([
    getTranslations("queue"),
    getLocale(),
    owner ? readAssignable(db, null) : [],
  ]);
  const office = offices.find(({ slug }) => slug === owner);
  const said = [office && t("ownedBy", { office: named(language, office) }), card && t(`cards.${card}`)].filter(
    Boolean,
  );
  return (
    <p className="mb-3 text-sm">
      <b>{said.join(" · ")}</b> <A href={all}>{t("clear")}</A>
    </p>
  );
}
