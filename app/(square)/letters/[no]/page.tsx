import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { feedIn } from "#app/_feeds/alternate.ts";
import { sharedAs } from "#app/_previews/shared.ts";
import { readLetterPage } from "#app/_square/letters.ts";
import { once } from "#app/_square/once.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { LedBy } from "#components/letters/led-by.tsx";
import { LetterActs, LetterAside, ThisLetter } from "#components/letters/letter-aside.tsx";
import { LetterCrumb } from "#components/letters/letter-crumb.tsx";
import { LetterParts } from "#components/letters/letter-parts.tsx";
import { Guests, HostPanel, HostRecord } from "#components/letters/merged.tsx";
import { Reviews } from "#components/letters/reviews.tsx";
import { Sheet } from "#components/letters/sheet.tsx";
import { ShutLetter, StoneLetter } from "#components/letters/shut-letter.tsx";
import { TurnPanel } from "#components/letters/turn-panel.tsx";
import { Cosigners } from "#components/signatures/cosigners.tsx";
import { StoriesOfLetter } from "#components/stories/stories-of-letter.tsx";
import { AdoptionPanel } from "#components/suggestions/outcome.tsx";

type Props = PageProps<"/letters/[no]">;

const read = once((number) => readLetterPage(number));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { no } = await params;
  const letter = await read(no, {});
  if (!letter) return {};
  const t = await getTranslations("letter-page");
  const title = t("shut.title", { number: letter.number });
  // What is not public is for nobody's index either.
  if (letter.face !== "open") return { title, robots: { index: false } };
  const page = `/letters/${letter.number}`;
  return {
    ...(await sharedAs(page, letter.title, title)),
    title: `${letter.title} · ${title}`,
    ...(await feedIn(page)),
  };
}

/** A letter as everybody sees it: what was written, whose turn it is, what was answered, and every step. */
export default async function LetterPage({ params }: Props) {
  const letter = await read((await params).no, {});
  if (!letter) notFound();
  const { today } = await now();
  return (
    <Columns
      aside={
        <>
          <LetterActs number={letter.number} />
          {letter.face === "open" ? <LetterAside letter={letter} /> : <ThisLetter number={letter.number} />}
        </>
      }
    >
      <LetterCrumb mailbox={letter.mailbox} />
      <p data-watch={`letter:${letter.number}`} role="status" className="unprinted" />
      {letter.face === "open" && <Sheet letter={letter} />}
      {letter.face === "shut" && <ShutLetter letter={letter} />}
      {letter.face === "stone" && <StoneLetter letter={letter} />}
      {letter.face === "open" && (
        <>
          <StoriesOfLetter stories={letter.stories} />
          {letter.host && <HostPanel host={letter.host} />}
          {!letter.host?.speaks && <TurnPanel letter={letter} turn={letter.turn} />}
          {letter.adoption && <AdoptionPanel adoption={letter.adoption} />}
          {letter.led && <LedBy led={letter.led} today={today} />}
          <Cosigners letter={letter} />
          <Reviews reviews={letter.reviews} timeline={letter.timeline} />
          {letter.host && <HostRecord host={letter.host} letter={letter} />}
          <LetterParts letter={letter} today={today} />
          <Guests guests={letter.guests} />
          <FeedLink page={`/letters/${letter.number}`} />
        </>
      )}
    </Columns>
  );
}
