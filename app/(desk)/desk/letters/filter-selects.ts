import { getTranslations } from "next-intl/server";
import type { FilterSelect } from "#components/desk/queue/filters.tsx";
import { named } from "#components/people/named.ts";
import type { Language } from "#components/ui/address.ts";
import type { Db } from "#db/client.ts";
import { readPlaces } from "#domain/letters/addressees.ts";
import { letterKinds } from "#domain/letters/input.ts";
import type { DeskFilter } from "#domain/letters/list-desk-letters.ts";
import { readAssignable } from "#domain/offices/assignable.ts";

const states = [
  "submitted",
  "clarifying",
  "accepted",
  "assigned",
  "answered",
  "closed",
  "refused",
  "withdrawn",
] as const;
const vias = ["letter", "comment", "phone", "visit", "sms", "email", "superior"] as const;

/** 地区, 类别, 主办, 来路, 环节: the queue's filters with what each can be. */
export async function filterSelects(db: Db, filter: DeskFilter, language: Language): Promise<FilterSelect[]> {
  const [t, words, places, offices] = await Promise.all([
    getTranslations("queue"),
    getTranslations("letters"),
    readPlaces(db),
    readAssignable(db, null),
  ]);
  const any = { value: "", words: t("any") };
  const office = (one: (typeof offices)[number]) => ({ value: one.slug, words: named(language, one) });
  return [
    {
      name: "region",
      label: t("filters.region"),
      value: filter.region ?? "",
      choices: [any, ...places.map((place) => ({ value: place.slug, words: named(language, place) }))],
    },
    {
      name: "kind",
      label: t("filters.kind"),
      value: filter.kind ?? "",
      choices: [any, ...letterKinds.map((kind) => ({ value: kind, words: words(`kinds.${kind}`) }))],
    },
    {
      name: "lead",
      label: t("filters.lead"),
      value: filter.lead ?? "",
      choices: [any, { value: "none", words: t("unassigned") }, ...offices.map(office)],
    },
    {
      name: "via",
      label: t("filters.via"),
      value: filter.via ?? "",
      choices: [any, ...vias.map((via) => ({ value: via, words: words(`vias.${via}`) }))],
    },
    {
      name: "state",
      label: t("filters.state"),
      value: filter.state ?? "",
      choices: [
        { value: "", words: t("openState") },
        { value: "all", words: t("allStates") },
        ...states.map((state) => ({ value: state, words: t(`states.${state}`) })),
      ],
    },
  ];
}
