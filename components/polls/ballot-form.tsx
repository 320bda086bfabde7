import { useLocale, useTranslations } from "next-intl";
import { tongueOf } from "#components/people/tongue.ts";
import { Button } from "#components/ui/button.tsx";
import type { ShownPoll } from "#domain/polls/read-polls.ts";

/** The ballot: a form that posts without any script. That it is secret and final is said before it is cast. */
export function BallotForm({ poll }: { poll: ShownPoll }) {
  const t = useTranslations("polls");
  return (
    <form method="post" action="/api/ballots" className="mt-2">
      <input type="hidden" name="postId" value={poll.postId} />
      <fieldset className="min-w-0">
        <legend className="font-semibold">{t(`ask.${poll.mode}`, { most: poll.most })}</legend>
        <div className="mt-1.5 grid pe-px pb-px">
          {poll.options.map((words, place) =>
            poll.mode === "ranked" ? (
              <Ranked key={words} words={words} of={poll.options.length} />
            ) : (
              <Chosen key={words} words={words} place={place} type={poll.mode === "single" ? "radio" : "checkbox"} />
            ),
          )}
        </div>
      </fieldset>
      <p className="mt-2 text-sm leading-relaxed text-ink-2">{t("secret")}</p>
      <Button kind="go" icon="check" className="mt-2">
        {t("vote")}
      </Button>
    </form>
  );
}

const row = "-me-px -mb-px border border-rule bg-card px-3.5 py-2.5 leading-normal";

function Chosen({ words, place, type }: { words: string; place: number; type: "radio" | "checkbox" }) {
  const language = useLocale();
  return (
    <label
      className={`${row} grid min-h-target cursor-pointer grid-cols-[1.5rem_1fr] gap-x-3.5 hover:bg-brand-wash has-checked:relative has-checked:border-brand has-checked:bg-brand-wash`}
    >
      <input type={type} name="choice" value={place} required={type === "radio"} className="choice" />
      <span lang={tongueOf(words, language)}>{words}</span>
    </label>
  );
}

/** Which place an option has in one's order; what is left empty is not ranked. */
function Ranked({ words, of }: { words: string; of: number }) {
  const t = useTranslations("polls");
  const language = useLocale();
  return (
    <label className={`${row} flex items-center justify-between gap-3`}>
      <span lang={tongueOf(words, language)}>{words}</span>
      <select name="rank" defaultValue="" className="control w-auto! flex-none">
        <option value="">{t("unranked")}</option>
        {Array.from({ length: of }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places are numbers in their order
          <option key={place} value={place + 1}>
            {t("place", { n: place + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}
