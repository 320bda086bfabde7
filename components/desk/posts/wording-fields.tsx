import { useTranslations } from "next-intl";
import { PostPhotos } from "#components/desk/posts/post-photos.tsx";
import { PromptFields } from "#components/desk/posts/prompt-fields.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { longestPost, mostImages, mostPrompts } from "#domain/posts/input.ts";

interface WordingFieldsProps {
  body?: string;
  prompts: readonly string[];
  images: readonly string[];
  /** By token: what is told to who does not see the picture. */
  alts?: Record<string, string>;
  /** solicitation: the questions stand there; hidden ones show when that kind is chosen. */
  asks: "always" | "never" | "when-chosen";
  rows?: number;
}

/** Text, questions and pictures of a post. */
export function WordingFields({ body, prompts, images, alts = {}, asks, rows = 5 }: WordingFieldsProps) {
  const t = useTranslations("composer");
  return (
    <>
      <FormArea
        name="body"
        id="post-body"
        label={t("body")}
        hint={t("bodyHint", { most: longestPost })}
        song
        rows={rows}
        defaultValue={body}
      />
      {asks !== "never" && (
        <div
          className={
            asks === "when-chosen"
              ? "supports-[selector(:has(*))]:hidden [form:has(input[value=solicitation]:checked)_&]:block!"
              : undefined
          }
        >
          <PromptFields
            given={prompts}
            most={mostPrompts}
            words={{ legend: t("prompts"), hint: t("promptsHint", { most: mostPrompts }), label: t.raw("prompt") }}
          />
        </div>
      )}
      <PostPhotos
        kept={[...images]}
        alts={alts}
        altWords={{ label: t.raw("alt"), hint: t("altHint") }}
        most={mostImages}
        words={{
          label: t("photos"),
          hint: t("photosHint", { most: mostImages }),
          photo: t.raw("photo"),
          remove: t("removePhoto"),
          upload: t("uploadPhoto"),
          uploading: t("uploading"),
          failed: t("uploadFailed"),
          tooMany: t("tooManyPhotos", { most: mostImages }),
        }}
      />
    </>
  );
}
