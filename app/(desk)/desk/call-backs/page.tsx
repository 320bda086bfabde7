import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { Columns } from "#components/frame/columns.tsx";
import { named } from "#components/people/named.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { isMonth, type Month } from "#domain/assessment/period.ts";
import { listToCall, type ToCall } from "#domain/call-backs/list-to-call.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("call-backs.desk"))("title") };
}

/** 回访: the letters that were drawn, in the order in which to call. */
export default async function CallBacksDesk({ searchParams }: PageProps<"/desk/call-backs">) {
  const actor = await requireSignedIn("/desk/call-backs");
  if (!can(actor, "call-back.list")) notFound();
  const { month: asked, done } = await searchParams;
  const wanted = typeof asked === "string" && isMonth(asked) ? asked : null;
  const [t, { months, month, calls }] = await Promise.all([
    getTranslations("call-backs.desk"),
    listToCall(db, actor, wanted),
  ]);
  return (
    <Columns wide>
      <div className="mx-auto w-full max-w-page px-4 pb-12 lg:px-6">
        <h1>{t("title")}</h1>
        <p className="mb-3 text-ink-2">{t("lead")}</p>
        {done === "call" && (
          <Notice kind="ok" live>
            {t("done")}
          </Notice>
        )}
        <Months months={months} current={month} label={t("months")} />
        {!month && <EmptyState title={t("none")}>{t("noneWhy")}</EmptyState>}
        {month && calls.length === 0 && <EmptyState title={t("noneHere")} />}
        {calls.length > 0 && <Calls calls={calls} />}
      </div>
    </Columns>
  );
}

function Months({ months, current, label }: { months: Month[]; current: Month | null; label: string }) {
  const words = usePeriodWords();
  if (months.length < 2) return null;
  return (
    <nav aria-label={label} className="mb-3">
      <ul className="flex flex-wrap gap-x-5">
        {months.map((month) => (
          <li key={month}>
            <A
              href={`/desk/call-backs?month=${month}`}
              aria-current={month === current ? "page" : undefined}
              className="inline-flex min-h-target items-center aria-[current]:font-semibold"
            >
              {words(month)}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const kinds = { waiting: "warn", reached: "ok", declined: "neutral", unreached: "neutral" } as const satisfies Record<
  ToCall["state"],
  TagKind
>;

async function Calls({ calls }: { calls: ToCall[] }) {
  const [t, language] = await Promise.all([getTranslations("call-backs.desk"), getLocale()]);
  const columns = ["number", "office", "answered", "state"] as const;
  return (
    <DataTable caption={t("title")} columns={columns.map((name) => ({ words: t(name) }))}>
      {calls.map(({ id, number, title, office, answeredAt, state, tries }) => (
        <tr key={id}>
          <Cell head>
            <A href={`/desk/call-backs/${id}`}>{title}</A>
            <small className="block font-normal text-ink-2">№{number}</small>
          </Cell>
          <Cell label={t("office")}>{office && named(language, office)}</Cell>
          <Cell label={t("answered")}>
            <When at={answeredAt} dayOnly />
          </Cell>
          <Cell label={t("state")}>
            <Tag kind={kinds[state]}>{t(`states.${state}`)}</Tag>
            {tries > 0 && <small className="ms-2 text-ink-2">{t("tries", { n: tries })}</small>}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
