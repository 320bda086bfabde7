import { useLocale, useTranslations } from "next-intl";
import { dayWords } from "#components/letters/date-words.ts";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { OrderLevelTag, orderStateWords } from "#components/letters/order-words.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { Cell } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { OrderRow as Row } from "#domain/supervision/list-orders.ts";

/** An order in the list: by when, on which step, whom it asks about what, and who asks. */
export function OrderRow({ order }: { order: Row }) {
  const t = useTranslations("orders");
  const language = useLocale();
  const { level, channel, letter, by, to, issuedAt } = order;
  const lit = order.light && order.state !== "lifted" && order.state !== "escalated" ? order.light : null;
  return (
    <tr className={edgeClass(lit?.lamp)}>
      <Cell>
        <OrderDue light={lit} />
      </Cell>
      <Cell label={t("list.level")}>
        <OrderLevelTag level={level} />
      </Cell>
      <Cell label={t("list.channel")}>{t(`channels.${channel ?? "automatic"}`)}</Cell>
      <Cell label={t("list.to")}>{named(language, to)}</Cell>
      <Cell head className="font-normal">
        <A href={`/desk/letters/${letter.number}#orders`}>{letter.title}</A>
        <span className="flex flex-wrap items-center gap-x-2">
          <LetterNumber number={letter.number} />
          {letter.demo && <Tag kind="warn">{t("list.demo")}</Tag>}
        </span>
      </Cell>
      <Cell label={t("list.by")}>
        {named(language, by)}
        <span className="block text-sm text-ink-2">
          <When at={issuedAt} short />
        </span>
      </Cell>
      <Cell label={t("list.state")}>{orderStateWords(t, order)}</Cell>
    </tr>
  );
}

/** The lamp of an order with its date; a reminder asks for no answer. */
export function OrderDue({ light }: { light: Row["light"] }) {
  const t = useTranslations("orders.list");
  const words = useTranslations("orders.letter");
  const calendar = useTranslations("calendar");
  if (!light) return <span className="text-sm text-ink-2">{t("noDate")}</span>;
  return (
    <LightLamp
      light={light}
      what="order"
      below={words("until", { date: dayWords(calendar, light.dueOn, "shortWithWeekday") })}
    />
  );
}
