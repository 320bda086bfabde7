import { useLocale, useTranslations } from "next-intl";
import { whenWords } from "#components/ui/when-words.ts";
import type { Way } from "#domain/notices/read-notices.ts";

/** How a notice went out beside the app: sent, waiting until when, or why it did not arrive. */
export function NoticeWays({ ways }: { ways: readonly Way[] }) {
  const t = useTranslations("notice-page.ways");
  const language = useLocale();
  if (ways.length === 0) return <p>{t("none")}</p>;
  return (
    <ul>
      {ways.map(({ channel, state, at, problem }) => (
        <li key={channel}>
          <b>{t(channel)}</b>{" "}
          {t(state, { when: at ? whenWords({ at, short: true }, language) : "", why: problem ?? "" })}
        </li>
      ))}
    </ul>
  );
}
