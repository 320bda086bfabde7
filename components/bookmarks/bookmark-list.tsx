import { useLocale, useTranslations } from "next-intl";
import { BriefList } from "#components/letters/brief-list.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { SaidHit } from "#components/search/hit-list.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { When } from "#components/ui/when.tsx";
import type { Bookmark } from "#domain/bookmarks/read-bookmarks.ts";

interface BookmarkListProps {
  bookmarks: readonly Bookmark[];
  drop: (before: FormState, form: FormData) => Promise<FormState>;
}

/** What is kept, each with its way out; of what was hidden since only that it was. */
export function BookmarkList({ bookmarks, drop }: BookmarkListProps) {
  const t = useTranslations("bookmarks");
  return (
    <ol className="border-t-2 border-rule-strong">
      {bookmarks.map((bookmark) => (
        <li key={bookmark.what} className="border-b border-rule py-3">
          <Kept bookmark={bookmark} />
          <div className="mt-1 flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm text-ink-2">
              {t("kept")} <When at={bookmark.at} dayOnly />
            </p>
            <Drop bookmark={bookmark} action={drop} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Kept({ bookmark: { kind, said, letter } }: { bookmark: Bookmark }) {
  const t = useTranslations("bookmarks");
  if (said) return <SaidHit {...said} />;
  if (letter) return <BriefList letters={[letter]} />;
  return (
    <p className="text-ink-2">
      {t(`goneOf.${kind}`)} · {t("gone")}
    </p>
  );
}

function Drop({ bookmark, action }: { bookmark: Bookmark; action: BookmarkListProps["drop"] }) {
  const t = useTranslations("bookmarks");
  const what = useName(bookmark);
  return (
    <ActionForm action={action} problemsTitle="">
      <input type="hidden" name="what" value={bookmark.what} />
      <input type="hidden" name="keep" value="0" />
      <Button aria-label={t("dropOf", { what })}>{t("drop")}</Button>
    </ActionForm>
  );
}

/** What it is called, for who listens. */
function useName({ kind, said, letter }: Bookmark): string {
  const t = useTranslations("bookmarks.goneOf");
  const language = useLocale();
  if (letter) return letter.open?.title ?? letter.number;
  return said
    ? `${nameOf(language, said.speaker)}：${said.excerpt
        .map(({ text }) => text)
        .join("")
        .slice(0, 20)}`
    : t(kind);
}
