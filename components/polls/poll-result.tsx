import { useLocale, useTranslations } from "next-intl";
import { tongueOf } from "#components/people/tongue.ts";
import { RoundTable } from "#components/polls/round-table.tsx";
import { Count } from "#components/ui/count.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ShownPoll } from "#domain/polls/read-polls.ts";
import type { PollResult } from "#domain/polls/result.ts";

/** What came out: a table to be read, with a bar in each row to be seen. */
export function PollResultTable({ poll, result }: { poll: ShownPoll; result: PollResult }) {
  const t = useTranslations("polls");
  const { counts, rounds, winners } = result;
  if (poll.voters === 0) return <p className="mt-2">{t("nobody")}</p>;
  const exhausted = rounds?.at(-1)?.exhausted ?? 0;
  const whole = poll.voters - exhausted;
  return (
    <>
      <table className="mt-2 w-full border-collapse">
        <caption className="pb-1 text-start text-sm text-ink-2">
          {t(rounds ? "lastRound" : "shareOf", { n: whole, exhausted })}
        </caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("option")}</th>
            <th scope="col">{t("votes")}</th>
            <th scope="col">{t("share")}</th>
          </tr>
        </thead>
        <tbody>
          {poll.options.map((words, place) => (
            <Row
              key={words}
              words={words}
              count={counts[place]!}
              outIn={rounds ? rounds.findIndex(({ out }) => out.includes(place)) + 1 : 0}
              whole={whole}
              won={winners.includes(place) ? (winners.length > 1 ? "level" : "won") : undefined}
            />
          ))}
        </tbody>
      </table>
      {rounds && (
        <Disclosure summary={t("rounds", { n: rounds.length })} className="mt-1">
          <RoundTable options={poll.options} rounds={rounds} />
        </Disclosure>
      )}
      <p className="mt-1 text-sm text-ink-2">{t("sealed")}</p>
    </>
  );
}

interface RowProps {
  words: string;
  count: number;
  whole: number;
  /** The round of a ranked count after which it was out; 0: never. */
  outIn: number;
  won?: "won" | "level";
}

function Row({ words, count, whole, outIn, won }: RowProps) {
  const t = useTranslations("polls");
  const language = useLocale();
  const share = whole === 0 ? 0 : count / whole;
  return (
    <tr className="border-t border-rule align-baseline">
      <th scope="row" className="py-2 pe-3 text-start font-normal">
        <span lang={tongueOf(words, language)} className={won && "font-semibold"}>
          {words}
        </span>{" "}
        {won && <Tag kind="ok">{t(won)}</Tag>}
        {outIn === 0 && <Bar share={share} />}
      </th>
      {outIn > 0 ? (
        <td colSpan={2} className="py-2 text-end text-sm whitespace-nowrap text-ink-2">
          {t("goneIn", { n: outIn })}
        </td>
      ) : (
        <>
          <td className="py-2 text-end whitespace-nowrap tabular-nums">
            <Count of={count} />
          </td>
          <td className="w-16 py-2 text-end whitespace-nowrap tabular-nums text-ink-2">
            {new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(share)}
          </td>
        </>
      )}
    </tr>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      className="mt-1.5 block h-2.5 w-full border border-rule"
    >
      <rect width={1000 * share} height="10" fill="var(--brand)" />
    </svg>
  );
}
