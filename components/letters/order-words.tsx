import { useTranslations } from "next-intl";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import type { LetterOrder } from "#domain/supervision/read-orders.ts";

type Level = LetterOrder["level"];

/** The higher on the ladder, the graver. */
const kinds: Record<Level, TagKind> = {
  remind: "neutral",
  urge: "warn",
  order: "warn",
  talk: "danger",
  bulletin: "danger",
  list: "danger",
};

export function OrderLevelTag({ level }: { level: Level }) {
  const t = useTranslations("orders.levels");
  return <Tag kind={kinds[level]}>{t(level)}</Tag>;
}

/** 待回复 only where an answer is due: a reminder is just sent. */
export function orderStateWords(
  t: ReturnType<typeof useTranslations<"orders">>,
  { state, light }: Pick<LetterOrder, "state" | "light">,
): string {
  return t(`states.${state === "issued" && !light ? "told" : state}`);
}
