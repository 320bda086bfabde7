import { useTranslations } from "next-intl";
import { type WriteStep, writeAddress, writeSteps } from "#components/letters/write-addresses.ts";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";

/** Where the writer is in the four steps; those behind can be gone back to. On a phone only the present one has words. */
export function WriteSteps({ current }: { current: WriteStep }) {
  const t = useTranslations("write");
  const at = writeSteps.indexOf(current);
  return (
    <ol aria-label={t("progress")} className="flex gap-x-1.5 text-[1rem] leading-normal">
      {writeSteps.map((step, place) => (
        <li
          key={step}
          aria-current={step === current ? "step" : undefined}
          className={classes(
            "min-w-0 border-t-4 py-2 sm:flex-1",
            step === current ? "flex-1" : "w-13 flex-none sm:w-auto",
            place <= at ? "border-brand" : "border-rule text-ink-2",
            step === current && "font-semibold",
          )}
        >
          <span className="block whitespace-nowrap text-sm font-normal">
            {step === current ? t("stepOf", { n: place + 1, of: writeSteps.length }) : t("step", { n: place + 1 })}
          </span>
          <span className={classes(step !== current && "hidden sm:inline")}>
            {place < at ? (
              <A href={writeAddress[step]} className="text-ink">
                {t(`steps.${step}`)}
              </A>
            ) : (
              t(`steps.${step}`)
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
