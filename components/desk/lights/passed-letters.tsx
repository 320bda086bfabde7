import { useLocale, useTranslations } from "next-intl";
import { dayWords } from "#components/letters/date-words.ts";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { A } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import type { PassedLetter } from "#domain/supervision/passing-on.ts";

/** 转手计: open letters that were handed on, with the days on each desk drawn and told. */
export function PassedLetters({ letters }: { letters: readonly PassedLetter[] }) {
  const t = useTranslations("lights.passed");
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          {t("title")}
          <A href="/desk/letters?hopped=true" className="text-sm font-normal">
            {t("all")}
          </A>
        </span>
      }
    >
      {letters.length === 0 && <p className="text-sm text-ink-2">{t("none")}</p>}
      {letters.map((letter) => (
        <Passed key={letter.number} letter={letter} />
      ))}
    </Panel>
  );
}

function Passed({ letter: { number, title, hops, light, desks } }: { letter: PassedLetter }) {
  const t = useTranslations("lights.passed");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  const total = desks.reduce((sum, { days }) => sum + days, 0);
  const told = desks.map(({ office, days }) => t("desk", { office: named(language, office), days }));
  return (
    <div className="border-rule py-3 not-first:border-t">
      <h3 className="text-[1rem]">
        <A href={`/desk/letters/${number}`} className="inline-block py-1 text-ink no-underline hover:underline">
          {title}
        </A>
      </h3>
      {light && <LightLamp light={light} what={light.what} size="s" />}
      <p className="flex flex-wrap justify-between gap-x-3 text-sm">
        <b>{t("total", { hops, days: total })}</b>
        <LetterNumber number={number} />
      </p>
      <Bar desks={desks} total={total} words={t("bar", { desks: told.join(calendar("list")) })} />
      <table className="w-full text-sm">
        <thead className="text-ink-2">
          <tr>
            <th scope="col" className="py-0.5 text-start font-normal">
              {t("office")}
            </th>
            <th scope="col" className="py-0.5 text-end font-normal">
              {t("days")}
            </th>
          </tr>
        </thead>
        <tbody>
          {desks.map(({ office, from, until, days }) => (
            <tr key={`${office.slug} ${from.getTime()}`}>
              <th scope="row" className="py-0.5 text-start font-normal">
                {named(language, office)}
              </th>
              <td className="py-0.5 text-end tabular-nums">{until ? days : t("now", { days })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {desks[0] && (
        <p className="mt-1 text-sm text-ink-2">
          {t("since", { date: dayWords(calendar, civilDateOf(desks[0].from)) })}
        </p>
      )}
    </div>
  );
}

const width = 240;
const height = 20;

/** The desks one after the other, as long as the letter lay there; the one that has it now is filled. */
function Bar({ desks, total, words }: { desks: PassedLetter["desks"]; total: number; words: string }) {
  // A desk left on the same day is still a desk.
  const shares = desks.map(({ days }) => Math.max(days, total / 20, 0.5));
  const scale = width / shares.reduce((sum, share) => sum + share, 0);
  let x = 0;
  return (
    <svg role="img" aria-label={words} viewBox={`0 0 ${width} ${height}`} className="my-1.5 block w-full">
      {desks.map(({ office, from, until, days }, place) => {
        const wide = shares[place]! * scale;
        const start = x;
        x += wide;
        return (
          <g key={`${office.slug} ${from.getTime()}`}>
            <rect
              x={start + 0.75}
              y={0.75}
              width={Math.max(wide - 1.5, 1)}
              height={height - 1.5}
              fill={until ? (place % 2 === 0 ? "var(--card)" : "var(--neutral-bg)") : "var(--brand)"}
              stroke="var(--brand)"
              strokeWidth={1}
            />
            {wide > 14 && (
              <text
                x={start + wide / 2}
                y={14.5}
                textAnchor="middle"
                fontSize={12}
                fill={until ? "var(--ink)" : "var(--on-brand)"}
              >
                {days}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
