"use client";

import type { ComponentProps } from "react";
import { PhotoPicker } from "#components/letters/photo-picker.tsx";
import { useAnswer } from "#components/ui/action-form.tsx";

/** The pictures of a post, as they were before the form came back. */
export function PostPhotos({ kept, ...rest }: ComponentProps<typeof PhotoPicker>) {
  const { typed = "" } = useAnswer("images", kept.join(","));
  return <PhotoPicker key={typed} kept={typed.split(",").filter((token) => token !== "")} {...rest} />;
}
