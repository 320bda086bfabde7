import { useTranslations } from "next-intl";
import { TurnWords } from "#components/letters/brief-words.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import type { Turn } from "#domain/letters/times.ts";

/** Whose turn it is, as its writer reads it: 轮到您，12月3日前评价。 */
export function YourTurn({ turn }: { turn: Turn }) {
  const t = useTranslations("me.turn");
  const calendar = useTranslations("calendar");
  if (turn.what !== "supply" && turn.what !== "judging") return <TurnWords turn={turn} />;
  return t.rich(turn.what, { due: dayWords(calendar, turn.dueOn), b: (words) => <b>{words}</b> });
}
