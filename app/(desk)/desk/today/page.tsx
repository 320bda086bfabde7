import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { approve, discard, giveBack, offer } from "#app/(desk)/desk/posts/actions.ts";
import { DraftCard } from "#components/desk/posts/draft-card.tsx";
import { LedCard } from "#components/desk/today/led-card.tsx";
import { LetterCard } from "#components/desk/today/letter-card.tsx";
import { OwedToday } from "#components/desk/today/owed-today.tsx";
import { ThreeNumbers } from "#components/desk/today/three-numbers.tsx";
import { titled } from "#components/people/named.ts";
import { buttonLook } from "#components/ui/button-look.ts";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Section } from "#components/ui/section.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { holds } from "#domain/access/holds.ts";
import type { LedRow } from "#domain/led-cases/read-led-cases.ts";
import { readLeaderToday, type TodayRow } from "#domain/letters/leader-today.ts";
import { isNumber } from "#domain/letters/read-public-letter.ts";
import { countOwed } from "#domain/owed-answers/list-owed.ts";
import { readOwnStreams } from "#domain/posts/own-streams.ts";
import { readDrafts } from "#domain/posts/read-drafts.ts";
import { acknowledgeAtOnce, instructAtOnce, takeOnAtOnce } from "./actions.ts";
import { sentencesOf } from "./sentences.ts";

const path = "/desk/today";

/** Under the thumb first one's own word, then the letters; at a desk both side by side. */
const areas =
  "grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 [grid-template-areas:'write'_'letters'_'drafts'] lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr] lg:[grid-template-areas:'letters_write'_'letters_drafts']";

const viewInput = z.object({
  said: z.enum(["instruct", "acknowledge", "takeOn"]).optional().catch(undefined),
  of: z.string().refine(isNumber).optional().catch(undefined),
  done: z.enum(["publish", "offer", "keep", "schedule", "discard", "return"]).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today"))("title") };
}

/** What a leader looks at in the morning: what waits for their word, what presses, what is late, what they may say. */
export default async function TodayPage({ searchParams }: PageProps<"/desk/today">) {
  const leader = await requireSignedIn(path);
  if (!holds(leader, "leader")) notFound();
  const { said, of, done } = viewInput.parse(await searchParams);
  const [t, leading, posts, language, moment] = await Promise.all([
    getTranslations("today"),
    getTranslations("leading"),
    getTranslations("composer"),
    getLocale(),
    now(),
  ]);
  const [today, sentences, owed] = await Promise.all([
    readLeaderToday(db, leader, moment),
    sentencesOf(leader),
    countOwed(db, leader),
  ]);
  const piles = (["uninstructed", "amber", "red"] as const).map((name) => ({ name, ...today[name] }));
  // A letter that waits for a word may press as well: it stands once in full, and after that in one line.
  const inFull = new Set(today.uninstructed.rows.map(({ id }) => id));
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[72rem] px-4 pt-3 pb-10 lg:px-6">
      <div id="said">
        {said && of && (
          <Notice kind="ok" live>
            {t.rich(`said.${said}`, {
              number: of,
              a: (words) => <A href={`/desk/letters/${of}`}>{words}</A>,
            })}
          </Notice>
        )}
        {done && (
          <Notice kind="ok" live>
            {posts(`done.${done}`)}
          </Notice>
        )}
      </div>
      <h1>
        {t("title")} <small className="font-normal text-ink-2">{whenWords({ at: moment.at }, language)}</small>
      </h1>
      <ThreeNumbers piles={piles} />
      <OwedToday n={owed} />
      <div className={areas}>
        <Writing leader={leader} />
        <div className="min-w-0 [grid-area:letters]">
          <Led rows={today.led} />
          {piles.map(({ name, n, rows }, place) => (
            <Section
              key={name}
              id={name}
              number={place + (today.led.length > 0 ? 2 : 1)}
              title={t(`piles.${name}`, { n })}
              aside={name === "uninstructed" && <A href="/desk/today/wordings">{leading("wordings.open")}</A>}
            >
              {rows.length === 0 ? (
                <p className="py-3 text-ink-2">{t(`none.${name}`)}</p>
              ) : (
                <ul className="mt-3 grid gap-3">
                  {rows.map((row) => (
                    <LetterCard
                      key={row.id}
                      row={row}
                      today={moment.today}
                      slim={name === "amber" || (name === "red" && inFull.has(row.id))}
                      sentences={sentences[burns(row) ? "late" : "waiting"]}
                      atOnce={{ instruct: instructAtOnce, acknowledge: acknowledgeAtOnce, takeOn: takeOnAtOnce }}
                    />
                  ))}
                </ul>
              )}
              {n > rows.length && (
                <p className="pt-2">
                  <A href="/desk/letters">{t("more", { n: n - rows.length })}</A>
                </p>
              )}
            </Section>
          ))}
        </div>
      </div>
    </main>
  );
}

const burns = ({ light }: TodayRow) => light?.lamp === "amber" || light?.lamp === "red";

/** The cases they lead stand first: they have said in public when they would look. */
async function Led({ rows }: { rows: LedRow[] }) {
  const t = await getTranslations("leading");
  if (rows.length === 0) return null;
  return (
    <Section id="led" number={1} title={t("title", { n: rows.length })}>
      <ul className="mt-3 grid gap-3">
        {rows.map((row) => (
          <LedCard key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}

/** Their own word, and what the office has laid before them. */
async function Writing({ leader }: { leader: Person }) {
  const [t, at, language, streams, drafts] = await Promise.all([
    getTranslations("today"),
    addresses(),
    getLocale(),
    readOwnStreams(db, leader),
    readDrafts(db, leader),
  ]);
  const stream = streams.find((one) => one.leader && one.publishes);
  const offered = drafts.filter(({ state, authorId }) => state === "offered" && authorId !== leader.id);
  const back = at(path);
  return (
    <>
      {stream?.leader && (
        <A
          href="/desk/posts#compose"
          className="mt-4 grid border border-t-[3px] border-rule border-t-brand bg-card text-ink no-underline [grid-area:write] lg:mt-8"
        >
          <span className="flex min-h-14 items-center gap-2 px-4 text-ink-2">
            <Icon of="pen" />
            <span className="flex-1">{t("write")}</span>
            <span className={buttonLook("go", "small")}>{t("writeButton")}</span>
          </span>
          <span className="flex flex-wrap justify-between gap-x-3 border-t border-rule px-4 py-2 text-sm">
            <span>{t.rich("writeAs", { name: titled(language, stream.leader), b: (words) => <b>{words}</b> })}</span>
            <span className="text-ink-2">{t("nowOrLater")}</span>
          </span>
        </A>
      )}
      {offered.length > 0 && (
        <Panel title={t("offered", { n: offered.length })} id="offered" className="mt-6 [grid-area:drafts] lg:mt-4">
          <ul className="grid gap-3">
            {offered.map((draft) => (
              <DraftCard
                key={draft.id}
                draft={draft}
                publishes
                own={false}
                approve={approve.bind(null, back)}
                offer={offer.bind(null, back)}
                discard={discard.bind(null, back)}
                giveBack={giveBack.bind(null, back)}
              />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
