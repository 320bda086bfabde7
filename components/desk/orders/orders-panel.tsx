import { useTranslations } from "next-intl";
import { OneOrder } from "#components/letters/order-list.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { LetterOrder } from "#domain/supervision/read-orders.ts";

const isOver = ({ state }: LetterOrder) => state === "lifted" || state === "escalated";

/** 督办 on the letter's desk: what is in force first, what is over behind a fold. */
export function OrdersPanel({ orders }: { orders: readonly LetterOrder[] }) {
  const t = useTranslations("orders");
  const over = orders.filter(isOver).reverse();
  const inForce = orders.filter((order) => !isOver(order)).reverse();
  if (orders.length === 0) return null;
  return (
    <section id="orders" className="border border-t-[3px] border-rule border-t-brand bg-card px-4 py-3">
      <h2 className="text-base">{t("desk.title")}</h2>
      <Some orders={inForce} />
      {over.length > 0 && (
        <Disclosure summary={`${t("list.ended")} ${over.length}`} className="text-sm">
          <Some orders={over} />
        </Disclosure>
      )}
    </section>
  );
}

function Some({ orders }: { orders: readonly LetterOrder[] }) {
  return (
    <ol>
      {orders.map((order) => (
        <li key={order.id} className="border-rule py-2.5 not-first:border-t">
          <OneOrder order={order} />
        </li>
      ))}
    </ol>
  );
}
