import { useLocale, useTranslations } from "next-intl";
import { NoticeWays } from "#components/notices/notice-ways.tsx";
import { noticeWords } from "#components/notices/notice-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormSelect } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { Notice } from "#domain/notices/read-notices.ts";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

export interface NoticeActs {
  markRead: Act;
  markUnread: Act;
  chooseLevel: Act;
}

/** One thing that somebody was told: what happened, what was said, and on demand how it went out and what stood before. */
export function NoticeItem({ notice, acts }: { notice: Notice; acts: NoticeActs }) {
  const t = useTranslations("notice-page");
  const words = { language: useLocale(), sentences: useTranslations("notices"), course: useTranslations("timeline") };
  return (
    <li className={classes("border-b border-rule py-3.5", !notice.read && "border-s-4 border-s-brand ps-3")}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
        {!notice.read && <Tag kind="lead">{t("unread")}</Tag>}
        {notice.asks && <Tag kind="warn">{t("asks")}</Tag>}
        <Tag>{t(`kinds.${notice.kind}`)}</Tag>
        <When at={notice.at} />
      </p>
      <p className="mt-1 leading-normal">
        <A href={`/me/notices/${notice.id}`} className={classes("text-ink", !notice.read && "font-semibold")}>
          {noticeWords(words, notice)}
        </A>
      </p>
      {notice.title && <p className="text-ink-2">{notice.title}</p>}
      {notice.words && (
        <p className="mt-1 border-s-2 border-rule ps-3 leading-relaxed whitespace-pre-line">{notice.words}</p>
      )}
      {notice.older.length > 0 && (
        <p className="mt-1 text-sm text-ink-2">{t("folded", { n: notice.older.length + 1 })}</p>
      )}
      <div className="flex flex-wrap items-start gap-x-5">
        <Details notice={notice} acts={acts} words={words} />
        <ActionForm action={notice.read ? acts.markUnread : acts.markRead} problemsTitle={t("problems")}>
          <input type="hidden" name="noticeId" value={notice.id} />
          <Button kind="quiet" size="small" className="min-h-target">
            {t(notice.read ? "markUnread" : "markRead")}
          </Button>
        </ActionForm>
      </div>
    </li>
  );
}

interface DetailsProps {
  notice: Notice;
  acts: NoticeActs;
  words: Parameters<typeof noticeWords>[0];
}

function Details({ notice, acts, words }: DetailsProps) {
  const t = useTranslations("notice-page");
  return (
    <Disclosure summary={t("details")} className="min-w-0 flex-1 text-sm">
      {notice.older.length > 0 && (
        <ol className="mb-2">
          {notice.older.map((one) => (
            <li key={one.id} className="border-b border-rule py-1">
              {notice.number === null
                ? noticeWords(words, { ...notice, name: one.name, who: null })
                : words.course(one.name as "answer")}{" "}
              <When at={one.at} className="text-ink-2" />
            </li>
          ))}
        </ol>
      )}
      <NoticeWays ways={notice.ways} />
      {notice.letterId !== null && (
        <ActionForm action={acts.chooseLevel} problemsTitle={t("problems")} className="mt-2 grid max-w-80 gap-2">
          <input type="hidden" name="letterId" value={notice.letterId} />
          <FormSelect
            name="level"
            id={`level-${notice.id}`}
            label={t("level")}
            defaultValue={notice.level}
            choices={(["all", "asks", "nothing"] as const).map((value) => ({ value, words: t(`levels.${value}`) }))}
          />
          <Button size="small">{t("save")}</Button>
        </ActionForm>
      )}
    </Disclosure>
  );
}
