import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PictureFields } from "#components/desk/posts/picture-fields.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { longestPost } from "#domain/posts/input.ts";

interface WordingFieldsProps {
  body?: string;
  images: readonly string[];
  /** By token: what is told to who does not see the picture. */
  alts?: Record<string, string>;
  /** What the kind asks for beside the words. */
  between: ReactNode;
  rows?: number;
}

/** Text and pictures of a post, and between them what belongs to its kind. */
export function WordingFields({ body, images, alts, between, rows = 5 }: WordingFieldsProps) {
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
      {between}
      <PictureFields images={images} alts={alts} />
    </>
  );
}
