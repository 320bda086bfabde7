import { useTranslations } from "next-intl";
import type { Kept } from "#components/desk/posts/kind-fields.tsx";
import { FormArea, FormRadios, FormText } from "#components/ui/form-fields.tsx";
import { fewestOptions, longestOption, mostOptions } from "#domain/polls/input.ts";

const modes = ["single", "multiple", "ranked"] as const;

/** What is voted on, how, and until when. */
export function PollFields({ kept }: { kept: Kept }) {
  const t = useTranslations("polls.composer");
  return (
    <div className="grid gap-4">
      <FormRadios
        name="poll.mode"
        legend={<span className="text-base">{t("mode")}</span>}
        inline
        defaultValue={modes.find((mode) => mode === kept["poll.mode"]) ?? "single"}
        options={modes.map((mode) => ({ value: mode, words: t(`modes.${mode}`), detail: t(`means.${mode}`) }))}
      />
      <FormArea
        name="poll.options"
        label={t("options")}
        hint={t("optionsHint", { fewest: fewestOptions, most: mostOptions, longest: longestOption })}
        rows={4}
        defaultValue={kept["poll.options"]}
      />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <FormText
          name="poll.closesAt"
          type="datetime-local"
          label={t("closesAt")}
          hint={t("closesAtHint")}
          defaultValue={kept["poll.closesAt"]}
          className="min-w-0 flex-1 basis-52"
        />
        <div className="min-w-0 flex-1 basis-52 supports-[selector(:has(*))]:hidden [form:has(input[value=multiple]:checked)_&]:block!">
          <FormText
            name="poll.most"
            type="number"
            min={1}
            max={mostOptions}
            inputMode="numeric"
            label={t("most")}
            hint={t("mostHint")}
            defaultValue={kept["poll.most"]}
          />
        </div>
      </div>
    </div>
  );
}
