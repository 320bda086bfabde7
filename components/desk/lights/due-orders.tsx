import { useLocale, useTranslations } from "next-intl";
import { OrderDue } from "#components/desk/orders/order-row.tsx";
import { edgeClass } from "#components/letters/lamp.tsx";
import { named } from "#components/people/named.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { OrderRow } from "#domain/supervision/list-orders.ts";

/** The orders whose answers are due soonest. */
export function DueOrders({ orders }: { orders: readonly OrderRow[] }) {
  const t = useTranslations("lights.orders");
  const words = useTranslations("orders");
  const language = useLocale();
  return (
    <Section title={t("title")} aside={<A href="/desk/orders">{t("all")}</A>}>
      {orders.length === 0 ? (
        <p className="py-3 text-ink-2">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("title")}
          columns={[
            { words: words("list.due"), width: "w-56" },
            { words: words("list.channel") },
            { words: words("list.to") },
            { words: words("list.what") },
            { words: words("list.by") },
          ]}
        >
          {orders.map(({ id, light, channel, to, by, letter }) => (
            <tr key={id} className={edgeClass(light?.lamp)}>
              <Cell>
                <OrderDue light={light} />
              </Cell>
              <Cell label={words("list.channel")}>{words(`channels.${channel ?? "automatic"}`)}</Cell>
              <Cell label={words("list.to")}>{named(language, to)}</Cell>
              <Cell head className="font-normal">
                <A href={`/desk/letters/${letter.number}#orders`}>{letter.title}</A>
              </Cell>
              <Cell label={words("list.by")}>{named(language, by)}</Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
}
