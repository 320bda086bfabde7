"use client";

import type { ComponentProps } from "react";
import { PhotoPicker } from "#components/letters/photo-picker.tsx";
import { useAnswer } from "#components/ui/action-form.tsx";
import { FormText } from "#components/ui/form-fields.tsx";
import { longestAlt } from "#domain/images/input.ts";

interface PostPhotosProps extends Omit<ComponentProps<typeof PhotoPicker>, "beside"> {
  /** By token: what is told to who does not see the picture. */
  alts: Record<string, string>;
  altWords: { label: string; hint: string };
}

/** The pictures of a post with what each shows, as they were before the form came back. */
export function PostPhotos({ kept, alts, altWords, ...rest }: PostPhotosProps) {
  const { typed = "" } = useAnswer("images", kept.join(","));
  return (
    <PhotoPicker
      key={typed}
      kept={typed.split(",").filter((token) => token !== "")}
      beside={(token, place) => (
        <FormText
          name={`alt:${token}`}
          label={altWords.label.replace("{n}", String(place + 1))}
          hint={altWords.hint}
          defaultValue={alts[token]}
          maxLength={longestAlt}
          autoComplete="off"
          className="min-w-0 flex-1 basis-48"
        />
      )}
      {...rest}
    />
  );
}
