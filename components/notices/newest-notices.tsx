import { useLocale, useTranslations } from "next-intl";
import { noticeWords } from "#components/notices/notice-words.ts";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { When } from "#components/ui/when.tsx";
import type { Notice } from "#domain/notices/read-notices.ts";

/** Beside one's letters: the newest of what one was told, and the way to all of it. */
export function NewestNotices({ notices }: { notices: readonly Notice[] }) {
  const t = useTranslations("notice-page");
  const words = { language: useLocale(), sentences: useTranslations("notices"), course: useTranslations("timeline") };
  return (
    <Section title={t("title")} rule="above" aside={<A href="/me/notices">{t("all")}</A>}>
      {notices.length === 0 ? (
        <p className="text-sm text-ink-2">
          <b className="block text-ink">{t("none")}</b>
          {t("noneWhy")}
        </p>
      ) : (
        <ul>
          {notices.map((notice) => (
            <li key={notice.id} className="border-b border-rule py-2 text-[1rem] leading-normal">
              <A
                href={`/me/notices/${notice.id}`}
                className={classes("text-ink no-underline hover:underline", !notice.read && "font-semibold")}
              >
                {noticeWords(words, notice)}
              </A>
              <p className="text-sm text-ink-2">
                <When at={notice.at} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
