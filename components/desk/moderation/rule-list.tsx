import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { ListedRule } from "#domain/words/rules.ts";

interface RuleListProps {
  rules: readonly ListedRule[];
  tryHref: (id: number) => string;
  start: FormAction;
  end: FormAction;
}

const kinds = { tried: "warn", on: "ok", off: "neutral" } as const;

const stateOf = ({ startedAt, endedAt }: ListedRule) => {
  if (endedAt) return "off";
  return startedAt ? "on" : "tried";
};

/** The rules with what they do and whether they hold. */
export function RuleList({ rules, ...acts }: RuleListProps) {
  const t = useTranslations("desk-moderation.words");
  if (rules.length === 0) {
    return (
      <div className="mt-4">
        <EmptyState title={t("none")} />
      </div>
    );
  }
  return (
    <ul className="mt-4 border-t-2 border-rule-strong">
      {rules.map((rule) => (
        <Rule key={rule.id} rule={rule} {...acts} />
      ))}
    </ul>
  );
}

function Rule({ rule, tryHref, start, end }: Omit<RuleListProps, "rules"> & { rule: ListedRule }) {
  const t = useTranslations("desk-moderation.words");
  const language = useLocale();
  const state = stateOf(rule);
  const since = rule.endedAt ?? rule.startedAt;
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b>{rule.words}</b>
        <Tag kind={kinds[state]}>{t(`state.${state}`)}</Tag>
        <span>{t(`effects.${rule.effect}`)}</span>
        <span className="text-sm text-ink-2">
          {named(language, rule.region)}
          {since && (
            <>
              {" · "}
              {t(state === "off" ? "until" : "since")} <When at={since} />
            </>
          )}
        </span>
      </p>
      {state !== "off" && (
        <div className="mt-1 flex flex-wrap items-center gap-3">
          <A href={tryHref(rule.id)} className="inline-flex min-h-target items-center">
            {t("try")}
          </A>
          {state === "tried" && <One id={rule.id} action={start} words={t("start")} />}
          <One id={rule.id} action={end} words={t(state === "on" ? "end" : "drop")} />
        </div>
      )}
    </li>
  );
}

function One({ id, action, words }: { id: number; action: FormAction; words: string }) {
  return (
    <ActionForm action={action} problemsTitle={words}>
      <input type="hidden" name="ruleId" value={id} />
      <Button size="small">{words}</Button>
    </ActionForm>
  );
}
