import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Suspicion } from "#domain/suspicions/read-suspicions.ts";

interface SuspicionTableProps {
  postId: number;
  suspicions: readonly Suspicion[];
  decide: FormAction;
}

const kinds = { suspected: "warn", confirmed: "danger", cleared: "ok" } as const;

/** The accounts with their evidence; ticked ones are confirmed, cleared, or looked at before their votes are struck. */
export function SuspicionTable({ postId, suspicions, decide }: SuspicionTableProps) {
  const t = useTranslations("desk-moderation.discussion");
  return (
    <Section title={t("suspects")} id="suspects">
      <p className="mt-2 text-sm text-ink-2">{t("suspectsHint")}</p>
      {suspicions.length === 0 ? (
        <div className="mt-3">
          <EmptyState title={t("noSuspects")} />
        </div>
      ) : (
        <ActionForm action={decide} problemsTitle={t("problems")} className="mt-2">
          <input type="hidden" name="postId" value={postId} />
          <DataTable
            caption={t("suspects")}
            columns={(["pick", "account", "evidence", "state"] as const).map((name) => ({ words: t(name) }))}
          >
            {suspicions.map((one) => (
              <Row key={one.personId} one={one} />
            ))}
          </DataTable>
          <div className="mt-3 flex flex-wrap gap-3">
            <Button name="decision" value="confirmed">
              {t("confirm")}
            </Button>
            <Button name="decision" value="cleared">
              {t("clear")}
            </Button>
            <Button kind="danger" name="decision" value="strike">
              {t("strike")}
            </Button>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}

function Row({ one }: { one: Suspicion }) {
  const t = useTranslations("desk-moderation.discussion");
  return (
    <tr>
      <Cell label={t("pick")}>
        <label className="inline-flex size-target items-center justify-center">
          <span className="sr-only">{`${t("pick")} ${one.nickname}`}</span>
          <input type="checkbox" name="personIds" value={one.personId} className="choice" />
        </label>
      </Cell>
      <Cell head>
        {one.nickname}
        {!one.verified && <small className="block font-normal text-ink-2">{t("notVerified")}</small>}
      </Cell>
      <Cell label={t("evidence")}>
        <Evidence of={one.evidence} />
      </Cell>
      <Cell label={t("state")}>
        <Tag kind={kinds[one.state]}>{t(`states.${one.state}`)}</Tag>
        {one.struck !== null && <small className="block">{t("struck", { n: one.struck })}</small>}
      </Cell>
    </tr>
  );
}

function Evidence({ of }: { of: Suspicion["evidence"] }) {
  const t = useTranslations("desk-moderation.discussion");
  const found = (["burst", "copies", "shared"] as const).filter((name) => of[name] > 0);
  return (
    <ul className="text-sm">
      {found.map((name) => (
        <li key={name}>{t(name, { n: of[name] })}</li>
      ))}
      <li>{t("age", { n: of.age })}</li>
    </ul>
  );
}
