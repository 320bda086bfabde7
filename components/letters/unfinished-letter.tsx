import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { Writing } from "#domain/letters/writing.ts";

/** The letter that was begun and not sent: it waits here, on every device. */
export function UnfinishedLetter({ writing: { fields, at } }: { writing: Writing }) {
  const t = useTranslations("me");
  const when = whenWords({ at, short: true }, useLocale());
  return (
    <Panel kind="brand" className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sm text-ink-2">
          {t("draft")} · {t("draftAt", { when })}
        </p>
        <p className="truncate font-song">{fields.title || fields.body || t("untitled")}</p>
      </div>
      <LinkButton href="/write" icon="pen">
        {t("goOn")}
      </LinkButton>
    </Panel>
  );
}
