import { useTranslations } from "next-intl";
import { Said } from "#components/posts/said.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";

interface WordingsProps {
  title: string;
  /** The earliest first; the one that stands now has no end. */
  wordings: readonly { body: string; until: Date | null }[];
  back: { href: string; words: string };
}

/** What stood there before each change: nothing that was public is lost by an edit. */
export function Wordings({ title, wordings, back }: WordingsProps) {
  const t = useTranslations("square.history");
  return (
    <>
      <p className="text-sm">
        <A href={back.href}>{back.words}</A>
      </p>
      <h1 className="mt-2 text-xl">{title}</h1>
      <p className="mt-1 text-ink-2">{t("words")}</p>
      <ol className="mt-4 border-t-2 border-rule-strong">
        {wordings.map(({ body, until }) => (
          <li key={until?.toISOString() ?? "now"} className="border-b border-rule py-4">
            <h2 className="text-sm text-ink-2">
              {until ? (
                <>
                  {t("until")} <When at={until} />
                </>
              ) : (
                t("now")
              )}
            </h2>
            <Said text={body} className="mt-1" />
          </li>
        ))}
      </ol>
    </>
  );
}
