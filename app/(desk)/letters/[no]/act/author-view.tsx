import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { Acts } from "#app/(desk)/letters/[no]/act/acts.tsx";
import { Privacy } from "#app/(desk)/letters/[no]/act/privacy.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { StateTag } from "#components/letters/brief-words.tsx";
import { LetterAside } from "#components/letters/letter-aside.tsx";
import { LetterParts } from "#components/letters/letter-parts.tsx";
import { Guests, HostPanel, HostRecord } from "#components/letters/merged.tsx";
import { Plate } from "#components/letters/plate.tsx";
import { Reviews } from "#components/letters/reviews.tsx";
import { TurnPanel } from "#components/letters/turn-panel.tsx";
import { YourTurn } from "#components/letters/your-turn.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { readSeal } from "#domain/ledger/read-seal.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

/** A letter as its writer sees it: the original, what they can do now, and every step with all its words. */
export async function AuthorView({ letter, done }: { letter: LetterForPerson; done: string | null }) {
  const t = await getTranslations("me.act");
  const { today } = await now();
  const seal = await readSeal(db, letter.timeline);
  const own = `/letters/${letter.number}/act/ledger.json`;
  const acted = done && t.has(`done.${done}` as "done.urge") ? t(`done.${done}` as "done.urge") : null;
  return (
    <Columns
      aside={
        <>
          {letter.publishedAt && !letter.hidden && (
            <LinkButton href={`/letters/${letter.number}`} icon="eye" className="mb-2 w-full">
              {t("public")}
            </LinkButton>
          )}
          <LetterAside letter={letter} />
        </>
      }
    >
      <nav className="unprinted mb-2 text-sm text-ink-2">
        <A href="/me">{t("crumb")}</A> / №{letter.number}
      </nav>
      {acted && (
        <Notice kind="ok" live>
          {acted}
        </Notice>
      )}
      <p className="flex flex-wrap items-center gap-2.5">
        <Plate number={letter.number} />
        <StateTag state={letter.state} />
        <Visibility letter={letter} />
      </p>
      <h1 className="mt-3">{letter.title}</h1>
      {!isPerson(await signedIn()) && <p className="text-sm text-ink-2">{t("byCode")}</p>}
      {letter.host && <HostPanel host={letter.host} />}
      {!letter.host?.speaks && <TurnPanel letter={letter} turn={letter.turn} words={YourTurn} />}
      <Acts letter={letter} />
      <Original letter={letter} />
      <Reviews reviews={letter.reviews} timeline={letter.timeline} />
      {letter.host && <HostRecord host={letter.host} letter={letter} />}
      <LetterParts letter={{ ...letter, seal: seal && { ...seal, file: own } }} today={today} />
      <Privacy letter={letter} />
      <Guests guests={letter.guests} />
    </Columns>
  );
}

async function Visibility({ letter }: { letter: LetterForPerson }) {
  const words = await getTranslations("letters.visibilities");
  return (
    <>
      <Tag>{words(letter.kind === "accusation" ? "handlers" : letter.visibility)}</Tag>
      {letter.demo && <Tag kind="warn">{(await getTranslations("letter-page"))("demo")}</Tag>}
    </>
  );
}

async function Original({ letter: { body, images, place, sentAt, approx } }: { letter: LetterForPerson }) {
  const t = await getTranslations("me.act");
  return (
    <Panel title={t("original")} className="mt-6">
      <div className="seal-rule mb-3" />
      <p className="font-song leading-[1.85] whitespace-pre-line">{body}</p>
      {images.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {images.map(({ token, alt }, i) => (
            <li key={token}>
              <a href={`/images/${token}`}>
                {/* biome-ignore lint/performance/noImgElement: our own re-encoded bytes, private to this letter */}
                <img
                  src={`/images/${token}`}
                  alt={alt || t("photos", { n: i + 1 })}
                  className="size-28 border border-rule object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-end text-sm text-ink-2">
        {place && <>{place} · </>}
        <When at={sentAt} approx={approx} />
      </p>
    </Panel>
  );
}
