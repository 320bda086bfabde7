import { useLocale, useTranslations } from "next-intl";
import { AppealState } from "#components/appeals/appeal-state.tsx";
import { named } from "#components/people/named.ts";
import { DemoTag } from "#components/people/speaker.tsx";
import { headline } from "#components/posts/headline.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { DeskAppeal, OpenReport } from "#domain/appeals/desk-appeals.ts";

const dayLength = 86_400_000;

/** Whoever waits longest stands first, with the days they have waited. */
export function WaitingAppeals({ appeals, now }: { appeals: readonly DeskAppeal[]; now: Date }) {
  const t = useTranslations("appeals.desk");
  const word = useTranslations("appeals");
  if (appeals.length === 0) return <EmptyState title={t("noneToVerify")}>{t("noneToVerifyWhy")}</EmptyState>;
  const columns = [t("appeal"), t("by"), word("goal"), t("waiting")];
  return (
    <DataTable caption={t("toVerify")} columns={columns.map((words) => ({ words }))}>
      {appeals.map((appeal) => (
        <tr key={appeal.postId}>
          <Named appeal={appeal} />
          <Cell label={columns[1]}>{appeal.nickname}</Cell>
          <Cell label={columns[2]}>{appeal.goal === null ? word("noMoney") : word("yuan", { n: appeal.goal })}</Cell>
          <Cell label={columns[3]}>
            {t("days", { n: Math.floor((now.getTime() - appeal.at.getTime()) / dayLength) })}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

export function ConfirmedAppeals({ appeals }: { appeals: readonly DeskAppeal[] }) {
  const t = useTranslations("appeals.desk");
  const columns = [t("appeal"), t("by"), t("sums"), t("state")];
  return (
    <DataTable caption={t("confirmed")} columns={columns.map((words) => ({ words }))}>
      {appeals.map((appeal) => (
        <tr key={appeal.postId}>
          <Named appeal={appeal} />
          <Cell label={columns[1]}>{appeal.nickname}</Cell>
          <Cell label={columns[2]}>{t("sum", { pledged: appeal.pledged, handedOver: appeal.handedOver })}</Cell>
          <Cell label={columns[3]}>
            <AppealState state={appeal.state} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Named({ appeal: { postId, body, beneficiary, office, demo } }: { appeal: DeskAppeal }) {
  return (
    <Cell head>
      <A href={`/desk/appeals/${postId}`}>{headline(body)}</A> {demo && <DemoTag />}
      <small className="block font-normal text-ink-2">
        {beneficiary} · {named(useLocale(), office)}
      </small>
    </Cell>
  );
}

/** What was reported, the oldest first. Who reported it is not shown. */
export function OpenReports({ reports }: { reports: readonly OpenReport[] }) {
  const t = useTranslations("appeals.desk");
  const reasons = useTranslations("appeals.forms.report.reasons");
  if (reports.length === 0) return <EmptyState title={t("noReports")}>{t("noReportsWhy")}</EmptyState>;
  const columns = [t("appeal"), t("reason"), t("at")];
  return (
    <DataTable caption={t("reports")} columns={columns.map((words) => ({ words }))}>
      {reports.map(({ id, postId, body, words, reason, at }) => (
        <tr key={id}>
          <Cell head>
            <A href={`/desk/appeals/${postId}#report-${id}`}>{headline(body)}</A>
            <small className="block font-normal text-ink-2">{headline(words)}</small>
          </Cell>
          <Cell label={columns[1]}>{reasons(reason)}</Cell>
          <Cell label={columns[2]}>
            <When at={at} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
