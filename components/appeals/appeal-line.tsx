import { useLocale, useTranslations } from "next-intl";
import { AppealState } from "#components/appeals/appeal-state.tsx";
import { ProgressBar, percentOf } from "#components/appeals/progress.tsx";
import { named } from "#components/people/named.ts";
import { tongueOf } from "#components/people/tongue.ts";
import type { ShownAppeal } from "#domain/appeals/shown.ts";

/** An appeal among other posts: how it stands, where and for whom, and how far it has come. */
export function AppealLine({ appeal }: { appeal: ShownAppeal }) {
  const t = useTranslations("appeals");
  const language = useLocale();
  const { state, place, beneficiary, goal, pledged, pledgers } = appeal;
  const started = state !== "raised" && state !== "refused";
  return (
    <div className="mt-3 max-w-measure border-s-[3px] border-brand bg-card px-3.5 py-2.5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm leading-normal text-ink-2">
        <AppealState state={state} />
        <span>{named(language, place)}</span>
        <span lang={tongueOf(beneficiary, language)}>{beneficiary}</span>
      </p>
      {started && (
        <div className="mt-2 grid gap-1.5">
          <ProgressBar appeal={appeal} />
          <p className="text-sm leading-normal tabular-nums">
            {goal === null
              ? t("line", { pledged, people: pledgers })
              : t("lineGoal", { goal, pledged, percent: percentOf(pledged, goal), people: pledgers })}
          </p>
        </div>
      )}
    </div>
  );
}
