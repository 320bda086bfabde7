import { useLocale, useTranslations } from "next-intl";
import { dayWords } from "#components/letters/date-words.ts";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { OrderLevelTag, orderStateWords } from "#components/letters/order-words.tsx";
import { named } from "#components/people/named.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { When } from "#components/ui/when.tsx";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import type { LetterOrder } from "#domain/supervision/read-orders.ts";

/** So many are read at a glance; a road that was looked into every week has more. */
const atOnce = 3;

/** 督办: who asked the office about this letter, in which way, and what it said. The latest first. */
export function OrderList({ orders }: { orders: readonly LetterOrder[] }) {
  const t = useTranslations("orders.letter");
  const calendar = useTranslations("calendar");
  const latest = orders.slice(-atOnce).reverse();
  const earlier = orders.slice(0, -atOnce).reverse();
  const day = (order: LetterOrder | undefined) => order && dayWords(calendar, civilDateOf(order.issuedAt), "full");
  return (
    <div className="border border-t-0 border-rule bg-card">
      {earlier.length > 0 && (
        <p className="px-4 pt-2.5 text-sm text-ink-2 sm:px-5">
          {t("summary", { n: orders.length, from: day(orders[0]) ?? "", until: day(orders.at(-1)) ?? "" })}
        </p>
      )}
      <Orders orders={latest} />
      {earlier.length > 0 && (
        <Disclosure summary={t("earlier", { n: earlier.length })} className="border-t border-rule px-4 text-sm sm:px-5">
          <div className="-mx-4 text-base sm:-mx-5">
            <Orders orders={earlier} />
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function Orders({ orders }: { orders: readonly LetterOrder[] }) {
  return (
    <ol>
      {orders.map((order) => (
        <li key={order.id} className="border-rule px-4 py-3 not-first:border-t sm:px-5">
          <OneOrder order={order} />
        </li>
      ))}
    </ol>
  );
}

/** An order with its lamp: as long as an answer is due, and as it was answered. */
export function OneOrder({ order }: { order: LetterOrder }) {
  const t = useTranslations("orders.letter");
  const all = useTranslations("orders");
  const language = useLocale();
  const lit = order.light && (order.state === "issued" || order.answer);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[1rem]">
        <OrderLevelTag level={order.level} />
        <b>{t("to", { by: named(language, order.by), to: named(language, order.to) })}</b>
        <span className="text-sm text-ink-2">{all(`channels.${order.channel ?? "automatic"}`)}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <When at={order.issuedAt} approx={order.approx} short />
        {lit && order.light ? (
          <LightLamp light={order.light} what="order" size="s" />
        ) : (
          !order.ended && <span>{orderStateWords(all, order)}</span>
        )}
        <End order={order} />
      </p>
      <p className="mt-1 font-song leading-[1.8] whitespace-pre-line">
        {order.words ?? (order.channel === null && automaticWords(all, order.level))}
      </p>
      {order.answer && (
        <div className="mt-2 border-s-[3px] border-brand ps-3">
          <p className="text-sm text-ink-2">
            {t("answer", { office: named(language, order.to) })} · <When at={order.answer.at} short />
          </p>
          {order.answer.words && <p className="font-song leading-[1.8] whitespace-pre-line">{order.answer.words}</p>}
        </div>
      )}
      {order.ended?.words && <p className="mt-2 font-song leading-[1.8] whitespace-pre-line">{order.ended.words}</p>}
    </>
  );
}

function End({ order: { ended, state } }: { order: LetterOrder }) {
  const t = useTranslations("orders.letter");
  const calendar = useTranslations("calendar");
  if (!ended) return null;
  const date = dayWords(calendar, civilDateOf(ended.at));
  if (state === "escalated") return t("escalated", { date });
  return t(ended.goesOn ? "goesOn" : "lifted", { date });
}

const asks = ["remind", "urge", "order"] as const;

function automaticWords(t: ReturnType<typeof useTranslations<"orders">>, level: LetterOrder["level"]): string | null {
  const known = asks.find((one) => one === level);
  return known ? t(`automatic.${known}`) : null;
}
