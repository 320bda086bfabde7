import { useTranslations } from "next-intl";
import { PostPhotos } from "#components/desk/posts/post-photos.tsx";
import { mostImages } from "#domain/posts/input.ts";

interface PictureFieldsProps {
  images: readonly string[];
  /** By token: what is told to who does not see the picture. */
  alts?: Record<string, string>;
}

/** The pictures of a post or of an update, each with what it shows. */
export function PictureFields({ images, alts = {} }: PictureFieldsProps) {
  const t = useTranslations("composer");
  return (
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
  );
}
