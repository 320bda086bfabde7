import { useLocale, useTranslations } from "next-intl";
import { OwedLamp, OwedWorking } from "#components/comments/owed-line.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { tongueOf } from "#components/people/tongue.ts";
import { Said } from "#components/posts/said.tsx";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { NamedOffice, Response, ShownStory } from "#domain/stories/shown.ts";

/** Under a story's words: the letters it tells of, and each office it names with its lamp and what it said to it. */
export function StoryBox({ story: { postId, kind, letters, offices } }: { story: ShownStory }) {
  const t = useTranslations("stories");
  const language = useLocale();
  return (
    <div data-live={`story:${postId}`} className="mt-4 grid gap-4 border-t border-rule pt-3">
      {letters.length > 0 && (
        <section aria-labelledby={`story-${postId}-letters`}>
          <h2 id={`story-${postId}-letters`} className="text-base">
            {t("letters")}
          </h2>
          <ul>
            {letters.map(({ number, title }) => (
              <li key={number} className="py-1">
                <A href={`/letters/${number}`} className="no-underline hover:underline">
                  <LetterNumber number={number} /> <span lang={tongueOf(title, language)}>{title}</span>
                </A>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby={`story-${postId}-offices`}>
        <h2 id={`story-${postId}-offices`} className="text-base">
          {t(`offices.${kind}`)}
        </h2>
        <ul className="grid gap-2">
          {offices.map((office) => (
            <Named key={office.id} office={office} postId={postId} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Named({ office, postId }: { office: NamedOffice; postId: number }) {
  const t = useTranslations("stories");
  const calendar = useTranslations("calendar");
  const { owed, response } = office;
  const burns = owed && !owed.stoppedAt;
  return (
    <li className={classes("py-1 ps-3", burns ? edgeClass(owed.light.lamp) : "edge")}>
      <p className="flex flex-wrap items-center gap-x-3 leading-normal">
        <A href={`/offices/${office.slug}`} className="font-semibold text-ink no-underline hover:underline">
          {named(useLocale(), office)}
        </A>
        {owed && <OwedLamp owed={owed} />}
        {burns && <span className="text-sm text-ink-2">{t("due", { date: dayWords(calendar, owed.dueOn) })}</span>}
      </p>
      {response && <Answer response={response} postId={postId} />}
      {owed && <OwedWorking owed={owed} />}
    </li>
  );
}

/** The words stand on the story itself; where they are talked about is a link away. */
function Answer({ response: { commentId, at, approx, body }, postId }: { response: Response; postId: number }) {
  const t = useTranslations("stories");
  return (
    <div className="mt-1 border-s-[3px] border-brand ps-3">
      <p className="text-sm text-ink-2">
        <b className="text-brand">{t("response")}</b> · <When at={at} approx={approx} dayOnly={approx} /> ·{" "}
        <A href={`/posts/${postId}?thread=${commentId}#comment-${commentId}`}>{t("place")}</A>
      </p>
      {body === null ? <p className="text-ink-2">{t("hiddenResponse")}</p> : <Said text={body} />}
    </div>
  );
}
