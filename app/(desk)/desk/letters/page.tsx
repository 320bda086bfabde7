import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { Keys } from "#components/desk/keys.tsx";
import { Filters } from "#components/desk/queue/filters.tsx";
import { LampNav } from "#components/desk/queue/lamp-nav.tsx";
import { LetterRow } from "#components/desk/queue/letter-row.tsx";
import { withQuery } from "#components/ui/address.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { db } from "#db/client.ts";
import { holds } from "#domain/access/holds.ts";
import { deskFilter, listDeskLetters } from "#domain/letters/list-desk-letters.ts";
import { runningLamps } from "#domain/letters/running-lamps.ts";
import { claimRow } from "./actions.ts";
import { filterSelects } from "./filter-selects.ts";
import { Narrowed } from "./narrowed.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("queue"))("title") };
}

const path = "/desk/letters";

/** Columns of the queue, in their order; numbers stand at the right. */
const columns = ["due", "letter", "kind", "lead", "turn", "hops", "urges", "claim"] as const;
const numeric: readonly string[] = ["hops", "urges"];
const widths: Partial<Record<(typeof columns)[number], string>> = { due: "w-56", claim: "w-22" };

/** The queue of whoever handles or oversees letters: oldest due first, the view in the address. */
export default async function Queue({ searchParams }: PageProps<"/desk/letters">) {
  const actor = await requireSignedIn(path);
  const query = await searchParams;
  const filter = deskFilter.parse(query);
  const compact = query.rows === "compact";
  const [page, t, language, at] = await Promise.all([
    now().then((moment) => listDeskLetters(db, actor, filter, moment)),
    getTranslations("queue"),
    getLocale(),
    addresses(),
  ]);
  // A view is everything but the place in it.
  const view = { ...textsOf(filter), rows: compact ? "compact" : null };
  const here = (change: Record<string, string | number | null>) => withQuery(path, { ...view, after: null, ...change });
  const handles = (["triage", "operator", "handler", "leader"] as const).some((role) => holds(actor, role));
  const lamp = (name: (typeof runningLamps)[number]) =>
    [name, { href: here({ lamp: name }), count: page.lamps[name], current: filter.lamp === name }] as const;

  return (
    <div className="flex w-full flex-1 flex-col lg:flex-row">
      <LampNav
        all={{
          href: here({ lamp: null }),
          words: t(filter.state ? "all" : "open"),
          count: page.total,
          current: !filter.lamp,
        }}
        lamps={Object.fromEntries(runningLamps.map(lamp)) as Parameters<typeof LampNav>[0]["lamps"]}
        views={(["unaccepted", "unassigned", "decision", "owed", "mine", "urged", "hopped", "answered"] as const).map(
          (name) => ({
            href: withQuery(path, { ...views[name], rows: view.rows }),
            words: t(`view.${name}`),
            current: isView(view, views[name]),
          }),
        )}
      />
      <main id="main" tabIndex={-1} className="w-full min-w-0 flex-1 px-4 pt-3 pb-8 lg:px-5">
        {typeof query.done === "string" && (
          <Notice kind="ok" live>
            {t("done")}
          </Notice>
        )}
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h1 className="text-xl">
            {filter.lamp ? t("titleOf", { lamp: t(`lamp.${filter.lamp}`) }) : t(filter.state ? "title" : "open")}
            <small className="ms-3 font-normal text-ink-2">{t("order")}</small>
          </h1>
          <Keys
            words={{ keys: t("keys.label"), does: { j: t("keys.j"), k: t("keys.k"), a: t("keys.a"), e: t("keys.e") } }}
          />
        </div>
        <div className="my-3 flex flex-wrap items-center justify-between gap-3">
          <Filters path={path} selects={await filterSelects(db, filter, language)} keep={kept(view)} />
          <p className="flex gap-3 text-sm">
            {(["standard", "compact"] as const).map((rows) => (
              <A
                key={rows}
                href={here({ rows: rows === "compact" ? rows : null })}
                aria-current={compact === (rows === "compact") ? "true" : undefined}
                className="hidden min-h-target items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline md:inline-flex"
              >
                {t(`rows.${rows}`)}
              </A>
            ))}
          </p>
        </div>
        <Narrowed filter={filter} all={path} />
        {page.rows.length === 0 ? (
          <EmptyState title={t(handles || page.total > 0 ? "none" : "noDesk")}>
            {Object.keys(textsOf(filter)).length > 0 && <A href={path}>{t("clear")}</A>}
          </EmptyState>
        ) : (
          <DataTable
            caption={t("title")}
            compact={compact}
            columns={columns.map((name) => ({
              words: t(`columns.${name}`),
              numeric: numeric.includes(name),
              width: widths[name],
            }))}
          >
            {page.rows.map((row) => (
              <LetterRow
                key={row.id}
                row={row}
                personId={actor.id}
                compact={compact}
                claim={handles ? claimRow.bind(null, at(here({ after: filter.after ?? null }))) : null}
              />
            ))}
          </DataTable>
        )}
        <Pager
          label={t("pages")}
          next={page.next === null ? null : here({ after: page.next })}
          first={filter.after ? here({}) : null}
        />
      </main>
    </div>
  );
}

/** What the left column offers beside the lamps. */
const views = {
  unaccepted: { state: "submitted" },
  unassigned: { state: "accepted", lead: "none" },
  decision: { waits: "decision" },
  owed: { waits: "owed", state: "all" },
  mine: { claim: "mine" },
  urged: { urged: "true" },
  hopped: { hopped: "true" },
  answered: { state: "answered" },
} satisfies Record<string, Record<string, string>>;

type Texts = Record<string, string | null>;

/** What a filter says, as it stands in an address; the place in the list is not part of it. */
function textsOf({ after: _, ...filter }: ReturnType<typeof deskFilter.parse>): Record<string, string> {
  const said = Object.entries(filter).filter(([, value]) => value !== undefined && value !== "" && value !== false);
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

const said = (view: Texts) => Object.entries(view).filter(([name, value]) => value !== null && name !== "rows");

function isView(view: Texts, wanted: Record<string, string>): boolean {
  const all = said(view);
  return all.length === Object.keys(wanted).length && all.every(([name, value]) => wanted[name] === value);
}

const inSelects = ["region", "kind", "lead", "via", "state"];

/** The part of a view that the filters' own fields do not say. */
function kept(view: Texts): Record<string, string> {
  const rest = Object.entries(view).filter(([name, value]) => value !== null && !inSelects.includes(name));
  return Object.fromEntries(rest) as Record<string, string>;
}
