import { useTranslations } from "next-intl";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { When } from "#components/ui/when.tsx";
import type { Notice } from "#domain/notices/read-notices.ts";

/** What its reader was told, the newest first; what they have not looked at stands out. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const t = useTranslations("me");
  const what = useTranslations("timeline");
  return (
    <Section title={t("notices")} rule="above">
      {notices.length === 0 ? (
        <p className="text-sm text-ink-2">
          <b className="block text-ink">{t("noNotices")}</b>
          {t("noNoticesWhy")}
        </p>
      ) : (
        <ul>
          {notices.map((notice) => (
            <li key={notice.id} className="border-b border-rule py-2 text-[1rem] leading-normal">
              <A
                href={addressOf(notice)}
                className={classes("text-ink no-underline hover:underline", !notice.read && "font-semibold")}
              >
                {notice.title === null
                  ? t("calendarEnds")
                  : t(notice.followed ? "followedNotice" : "notice", {
                      what: what(notice.step as "recount"),
                      title: notice.title,
                    })}
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

function addressOf({ number, followed }: Notice): string {
  if (!number) return "/desk/administration/calendar";
  return followed ? `/letters/${number}` : `/letters/${number}/act`;
}
