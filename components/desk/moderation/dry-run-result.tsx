import { useTranslations } from "next-intl";
import { A } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { DryRun } from "#domain/words/dry-run.ts";
import type { ListedRule } from "#domain/words/rules.ts";

/** How many it would have hit, how many of these were hidden anyway, and some of them to judge by. */
export function DryRunResult({ rule, result, days }: { rule: ListedRule; result: DryRun; days: number }) {
  const t = useTranslations("desk-moderation.words");
  const { looked, hits, hidden, examples } = result;
  return (
    <Panel id="try" kind="brand" title={t("result", { words: rule.words })} className="mt-4">
      <p>{hits > 0 ? t("looked", { days, looked, hits, hidden }) : t("nothing", { days, looked })}</p>
      {examples.length > 0 && (
        <>
          <h3 className="mt-3 text-base">{t("examples")}</h3>
          <ul>
            {examples.map((one) => (
              <li key={one.id} className="border-t border-rule py-2">
                <A href={`/desk/comments?at=${one.id}`} className="line-clamp-2 text-ink">
                  {one.body}
                </A>
                {one.hidden && <Tag>{t("hiddenTag")}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
