import { useTranslations } from "next-intl";
import { LetterSeal } from "#components/ledger/letter-seal.tsx";
import { Answers } from "#components/letters/answers.tsx";
import { ClockList } from "#components/letters/clock-list.tsx";
import type { LetterCourse } from "#components/letters/letter-course.ts";
import { OrderList } from "#components/letters/order-list.tsx";
import { Promises } from "#components/letters/promises.tsx";
import { Ratings } from "#components/letters/ratings.tsx";
import { Timeline } from "#components/letters/timeline.tsx";
import { Section } from "#components/ui/section.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";

/** An order's date stands with the order, a promise's with the promise. */
const ownClocks = ({ clocks }: LetterCourse) => clocks.filter(({ what }) => what !== "order" && what !== "promise");

/** Before an answer its dates and its course come first; after it the answer and what the writer says of it. */
export function LetterParts({ letter, today }: { letter: LetterCourse; today: CivilDate }) {
  const t = useTranslations("letter-page.parts");
  const answered = letter.timeline.some(({ what }) => what === "answer");
  const sealed = letter.seal ? (["seal"] as const) : [];
  const ordered = letter.orders.length > 0 ? (["orders"] as const) : [];
  const promised = letter.promises.length > 0 ? (["promises"] as const) : [];
  const judged = answered ? (["answer", "rating"] as const) : [];
  const parts = [...judged, ...promised, "clocks", ...ordered, "course", ...sealed] as const;
  const { comment, kind, via, timeline, turn } = letter;
  const commentHref =
    comment && !comment.hidden ? `/posts/${comment.postId}?thread=${comment.id}#comment-${comment.id}` : null;
  return parts.map((part, place) => (
    <Section key={part} id={part} number={place + 1} title={t(part)}>
      {part === "answer" && <Answers timeline={timeline} />}
      {part === "rating" && <Ratings letter={letter} />}
      {part === "promises" && <Promises promises={letter.promises} />}
      {part === "clocks" && <ClockList clocks={ownClocks(letter)} state={letter.state} today={today} />}
      {part === "orders" && <OrderList orders={letter.orders} />}
      {part === "course" && <Timeline entries={timeline} letter={{ kind, via, commentHref }} turn={turn} />}
      {part === "seal" && <LetterSeal seal={letter.seal!} file={letter.seal!.file} />}
    </Section>
  ));
}
