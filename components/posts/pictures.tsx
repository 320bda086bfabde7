import { useTranslations } from "next-intl";
import { classes } from "#components/ui/classes.ts";
import type { ShownImage } from "#domain/posts/shown.ts";

/** Pictures keep their room before they are there, so that nothing jumps; each leads to itself in full. */
export function Pictures({ images }: { images: readonly ShownImage[] }) {
  const t = useTranslations("composer");
  if (images.length === 0) return null;
  return (
    <ul className={classes("mt-3 grid max-w-measure gap-2", images.length > 1 && "grid-cols-2 sm:grid-cols-3")}>
      {images.map(({ token, width, height, alt }, place) => (
        <li key={token}>
          <a
            href={`/images/${token}`}
            // Whoever put it there did not say what it shows: the way to it has a name all the same.
            aria-label={alt === "" ? t("photo", { n: place + 1 }) : undefined}
            className="block border border-rule"
          >
            {/* biome-ignore lint/performance/noImgElement: already re-encoded and sized by us */}
            <img
              src={`/images/${token}`}
              alt={alt}
              width={width}
              height={height}
              loading="lazy"
              decoding="async"
              className={classes("h-auto w-full", images.length > 1 && "aspect-square object-cover")}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
