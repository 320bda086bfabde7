import { useLocale, useTranslations } from "next-intl";
import { Awake } from "./awake.tsx";
import type { LiveWords } from "./words.ts";

const names = [
  "signIn",
  "newComment",
  "newComments",
  "newPost",
  "newPosts",
  "newUpdate",
  "newUpdates",
  "changed",
  "newNotices",
  "failed",
  "draftKept",
  "draftDropped",
] as const satisfies readonly (keyof LiveWords)[];

/** Once on every page of the square: see awake.tsx for what it looks for. `position` is what the page's bytes know. */
export function LiveLayer({ position }: { position: number }) {
  const t = useTranslations("live");
  const words = Object.fromEntries(names.map((name) => [name, t.raw(name)])) as Omit<LiveWords, "language">;
  return (
    <div data-position={position} hidden>
      <Awake position={position} words={{ ...words, language: useLocale() }} />
    </div>
  );
}
