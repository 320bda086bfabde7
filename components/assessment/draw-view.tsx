import { useTranslations } from "next-intl";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { DrawSummary, OpenDraw, Outcome } from "#domain/call-backs/read-draws.ts";

const states = ["reached", "declined", "unreached", "waiting"] as const;
const verdicts = ["solved", "partly", "unsolved"] as const;

/** What came of the calls so far, in sums: what one writer said is theirs. */
function useOutcomeWords(): (outcome: Outcome) => string {
  const t = useTranslations("call-backs.outcome");
  return (outcome) =>
    [...states, ...verdicts]
      .filter((name) => outcome[name] > 0)
      .map((name) => t(name, { n: outcome[name] }))
      .join(t("list"));
}

/** Month by month: how many were answered, drawn, reached. */
export function DrawList({ draws }: { draws: readonly DrawSummary[] }) {
  const t = useTranslations("call-backs");
  const words = usePeriodWords();
  const outcomeWords = useOutcomeWords();
  return (
    <ul>
      {draws.map(({ month, answered, drawn, outcome }) => (
        <li key={month} className="border-b border-rule py-3">
          <p>
            <A href={`/assessment/call-backs/${month}`} className="font-semibold">
              {words(month)}
            </A>{" "}
            · {t("drawn", { drawn, answered })}
          </p>
          <p className="text-sm text-ink-2">{outcomeWords(outcome)}</p>
        </li>
      ))}
    </ul>
  );
}

/** One draw: its seed, how anybody draws again, what was drawn and from what. */
export function DrawView({ draw }: { draw: OpenDraw }) {
  const t = useTranslations("call-backs");
  const outcomeWords = useOutcomeWords();
  return (
    <>
      <p>{t("drawn", { drawn: draw.drawn, answered: draw.answered })}</p>
      <p className="text-ink-2">{outcomeWords(draw.outcome)}</p>
      <Section title={t("how")} number={1}>
        <DefinitionList
          rows={[
            { term: t("position"), words: <code>{draw.position}</code>, detail: t("positionWords") },
            { term: t("source"), words: <pre className="text-sm whitespace-pre-wrap break-all">{draw.source}</pre> },
            { term: t("seed"), words: <code className="text-sm break-all">{draw.seed}</code>, detail: t("seedWords") },
            { term: t("rank"), words: t("rankWords") },
          ]}
        />
        <Disclosure summary={t("again")}>
          <pre className="overflow-x-auto border border-rule bg-card p-3 text-sm">{commands(draw)}</pre>
        </Disclosure>
      </Section>
      <Section title={t("chosen")} number={2}>
        <Numbers numbers={draw.chosen} />
        <p className="mt-2 text-sm text-ink-2">{t("chosenWords")}</p>
      </Section>
      <Section title={t("from")} number={3}>
        <Disclosure summary={t("fromAll", { n: draw.numbers.length })}>
          <Numbers numbers={draw.numbers} />
        </Disclosure>
      </Section>
    </>
  );
}

function Numbers({ numbers }: { numbers: readonly string[] }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 tabular-nums">
      {numbers.map((number) => (
        <li key={number}>
          <A href={`/letters/${number}`} className="inline-flex min-h-8 items-center">
            {number}
          </A>
        </li>
      ))}
    </ul>
  );
}

/** With the tools of any machine; the list of numbers is in this page's data. */
const commands = ({
  source,
  drawn,
}: OpenDraw) => `seed=$(printf '${source.replaceAll("\n", "\\n")}' | sha256sum | cut -d' ' -f1)
while read number; do
  printf '%s %s\\n' "$(printf '%s\\n%s' "$seed" "$number" | sha256sum | cut -d' ' -f1)" "$number"
done < numbers.txt | LC_ALL=C sort | head -n ${drawn}
`;
