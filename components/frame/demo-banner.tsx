import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";

/** Always in sight in a demonstration, dashed like nothing else on the page: nobody shall take it for the real thing. */
export function DemoBanner({ words }: { words: "square" | "desk" }) {
  const t = useTranslations("frame.demo");
  return (
    <aside aria-label={t("word")} className="unprinted border-y border-dashed border-warn bg-warn-bg text-sm text-warn">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 lg:px-6">
        <p className="flex min-w-0 flex-1 basis-44 gap-2">
          <Icon of="triangle-alert" className="mt-0.5 size-[1.3em]" />
          <span>
            <b>{t("word")}</b> · {t(words)}
          </span>
        </p>
        <A href="/sign-in" className="whitespace-nowrap py-1 text-warn">
          {t("switch")}
        </A>
      </div>
    </aside>
  );
}
