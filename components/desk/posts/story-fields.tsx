import { useTranslations } from "next-intl";
import type { Kept } from "#components/desk/posts/kind-fields.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { mostLetters, mostOffices } from "#domain/stories/input.ts";

/** Which letters a story tells of, and which offices it names. */
export function StoryFields({ kept }: { kept: Kept }) {
  const t = useTranslations("stories.composer");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormArea
        name="story.letters"
        label={t("letters")}
        hint={t("lettersHint", { most: mostLetters })}
        rows={3}
        defaultValue={kept["story.letters"]}
      />
      <FormArea
        name="story.offices"
        label={t("offices")}
        hint={t("officesHint", { most: mostOffices })}
        rows={3}
        defaultValue={kept["story.offices"]}
      />
    </div>
  );
}
