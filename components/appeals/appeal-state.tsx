import { useTranslations } from "next-intl";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import type { ShownAppeal } from "#domain/appeals/shown.ts";

const kinds = {
  raised: "warn",
  verified: "ok",
  refused: "neutral",
  suspended: "danger",
  closed: "neutral",
} as const satisfies Record<ShownAppeal["state"], TagKind>;

export function AppealState({ state }: Pick<ShownAppeal, "state">) {
  return <Tag kind={kinds[state]}>{useTranslations("appeals.states")(state)}</Tag>;
}
