import { getTranslations } from "next-intl/server";
import type { FilterSelect } from "#components/desk/queue/filters.tsx";
import { named } from "#components/people/named.ts";
import type { Language } from "#components/ui/address.ts";
import type { Db } from "#db/client.ts";
import { readAssignable } from "#domain/offices/assignable.ts";
import type { OrderFilter } from "#domain/supervision/input.ts";
import { channels, levels } from "#domain/supervision/ladder.ts";

/** What the list of orders can be narrowed by. */
export async function orderSelects(db: Db, filter: OrderFilter, language: Language): Promise<FilterSelect[]> {
  const [offices, t] = await Promise.all([readAssignable(db, null), getTranslations("orders")]);
  const any = { value: "", words: t("list.any") };
  return [
    {
      name: "level",
      label: t("list.level"),
      value: filter.level ?? "",
      choices: [any, ...levels.map((level) => ({ value: level, words: t(`levels.${level}`) }))],
    },
    {
      name: "channel",
      label: t("list.channel"),
      value: filter.channel ?? "",
      choices: [
        any,
        ...[...channels, "automatic" as const].map((way) => ({ value: way, words: t(`channels.${way}`) })),
      ],
    },
    {
      name: "office",
      label: t("list.office"),
      value: filter.office ?? "",
      choices: [any, ...offices.map((office) => ({ value: office.slug, words: named(language, office) }))],
    },
  ];
}
