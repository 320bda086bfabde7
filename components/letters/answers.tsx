import { useLocale, useTranslations } from "next-intl";
import { named, titled } from "#components/people/named.ts";
import { When } from "#components/ui/when.tsx";
import { answerParts } from "#domain/letters/input.ts";
import type { TimelineEntry } from "#domain/letters/timeline.ts";

/** What the office found, on what ground, what it did and what comes next; later results stand below their answer. */
export function Answers({ timeline }: { timeline: TimelineEntry[] }) {
  const t = useTranslations("letter-page.answer");
  const answers = timeline.filter(({ what }) => what === "answer");
  const later = timeline.filter(({ what }) => what === "followUp");
  return (
    <div className="border border-t-0 border-rule bg-card">
      {answers.map((answer, place) => (
        <div
          key={answer.eventId}
          id={`answer-${place + 1}`}
          className={place > 0 ? "border-t-2 border-rule" : undefined}
        >
          {answers.length > 1 && (
            <h3 className="px-4 pt-3 text-[1rem] sm:px-5">{t(place === 0 ? "first" : "second")}</h3>
          )}
          <FourParts answer={answer} />
        </div>
      ))}
      {later.map((result) => (
        <div key={result.eventId} className="border-t border-rule px-4 py-3 sm:px-5">
          <h3 className="text-[1rem] text-ink-2">{t("followUp")}</h3>
          <p className="font-song leading-[1.8] whitespace-pre-line">{result.words ?? t("hidden")}</p>
          <By entry={result} />
        </div>
      ))}
    </div>
  );
}

function FourParts({ answer }: { answer: TimelineEntry }) {
  const t = useTranslations("letters.answer");
  const hidden = useTranslations("letter-page.answer");
  return (
    <>
      {answer.answer ? (
        <dl>
          {answerParts.map((part) => (
            <div key={part} className="grid gap-x-4 border-b border-rule px-4 py-3 sm:grid-cols-[7.5rem_1fr] sm:px-5">
              <dt className="text-[1rem] leading-[1.85] text-ink-2">{t(part)}</dt>
              <dd className="font-song leading-[1.8] whitespace-pre-line">{answer.answer![part]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="border-b border-rule px-4 py-3 text-ink-2 sm:px-5">{hidden("hidden")}</p>
      )}
      <div className="px-4 py-2 sm:px-5">
        <By entry={answer} />
      </div>
    </>
  );
}

function By({ entry: { office, leader, at, approx } }: { entry: TimelineEntry }) {
  const t = useTranslations("letter-page.answer");
  const language = useLocale();
  const name = leader ? titled(language, leader) : office ? named(language, office) : "";
  return (
    <p className="text-sm leading-relaxed text-ink-2">
      {name && t("by", { office: name })}
      <When at={at} approx={approx} />
    </p>
  );
}
