import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { OrderRow } from "#components/desk/orders/order-row.tsx";
import { Filters } from "#components/desk/queue/filters.tsx";
import { withQuery } from "#components/ui/address.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { type OrderFilter, orderFilter, orderShows } from "#domain/supervision/input.ts";
import { listOrders } from "#domain/supervision/list-orders.ts";
import { orderSelects } from "./order-selects.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

const path = "/desk/orders";

/** Orders: those that a supervising office has issued, those that an office has to answer. The view is in the address. */
export default async function Orders({ searchParams }: PageProps<"/desk/orders">) {
  const actor = await requireSignedIn(path);
  if (!can(actor, "orders.read")) notFound();
  const filter = orderFilter.parse(await searchParams);
  const show = filter.show ?? "open";
  const [page, t, language] = await Promise.all([
    now().then((at) => listOrders(db, actor, filter, at)),
    getTranslations("orders"),
    getLocale(),
  ]);
  const { after: _, ...view } = filter;
  const here = (change: OrderFilter) => withQuery(path, { ...view, ...change });
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <main id="main" tabIndex={-1} className="w-full px-4 pt-3 pb-8 lg:px-5">
      <h1 className="text-xl">
        {t("title")}
        <small className="ms-3 font-normal text-ink-2">
          {t(show === "awaiting" || show === "overdue" ? "list.byDate" : "list.newest")}
        </small>
      </h1>
      <Tabs
        label={t("list.show")}
        tabs={orderShows.map((one) => ({
          href: here({ show: one === "open" ? undefined : one }),
          words: t(one === "open" ? "list.all" : `list.${one}`),
          current: one === show,
        }))}
      />
      <div className="my-3">
        <Filters
          path={path}
          selects={await orderSelects(db, filter, language)}
          keep={filter.show ? { show: filter.show } : {}}
        />
      </div>
      {page.rows.length === 0 ? (
        <EmptyState title={t("list.none")}>
          <p>{t(narrowed ? "list.noneMatch" : "list.noneYet")}</p>
          {narrowed && <A href={path}>{t("list.clear")}</A>}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          columns={[
            { words: t("list.due"), width: "w-56" },
            { words: t("list.level") },
            { words: t("list.channel") },
            { words: t("list.to") },
            { words: t("list.what") },
            { words: t("list.by") },
            { words: t("list.state") },
          ]}
        >
          {page.rows.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </DataTable>
      )}
      <Pager
        label={t("list.pages")}
        next={page.next === null ? null : here({ after: page.next })}
        first={filter.after ? here({}) : null}
      />
    </main>
  );
}
