import { useLocale, useTranslations } from "next-intl";
import { StepForm } from "#components/desk/letter/step-form.tsx";
import type { StepProps } from "#components/desk/letter/words-forms.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { named } from "#components/people/named.ts";
import { FormArea, FormRadios, FormText } from "#components/ui/form-fields.tsx";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import { channels, isBelow, levels } from "#domain/supervision/ladder.ts";
import type { LetterOrder } from "#domain/supervision/read-orders.ts";

type OrderProps = StepProps & { orders: readonly LetterOrder[] };

/** 督办: which step of the ladder, in which way, by when, and what is asked. */
export function OrderForm({ orders, ...props }: OrderProps) {
  const t = useTranslations("orders.order");
  const words = useTranslations("orders");
  const name = useOrderName();
  const [last] = orders;
  return (
    <StepForm {...props} button={t("button")} icon="flag" ids={{ words: "order-words" }} aside={t("aside")}>
      {orders.length > 0 && (
        <FormRadios
          name="after"
          legend={t("after")}
          hint={t("afterHint")}
          defaultValue={String(last!.id)}
          options={[
            ...orders.map((one) => ({ value: String(one.id), words: name(one) })),
            { value: "", words: t("afresh") },
          ]}
        />
      )}
      <FormRadios
        name="level"
        legend={t("ladder")}
        hint={t("ladderHint")}
        inline
        defaultValue={nextLevel(last)}
        options={levels.map((level) => ({ value: level, words: words(`levels.${level}`) }))}
      />
      <FormRadios
        name="channel"
        legend={t("channel")}
        inline
        defaultValue="phone"
        options={channels.map((channel) => ({ value: channel, words: words(`channels.${channel}`) }))}
      />
      <FormArea name="words" id="order-words" label={t("words")} hint={t("wordsHint")} song maxLength={2000} rows={3} />
      <FormText name="due" type="date" label={t("due")} hint={t("dueHint")} className="max-w-64" />
    </StepForm>
  );
}

/** One step up from the one in force; a first order is a 督办单. */
function nextLevel(last: LetterOrder | undefined): LetterOrder["level"] {
  if (!last) return "order";
  return levels.find((level) => level !== "urge" && isBelow(last.level, level)) ?? last.level;
}

/** 回复督办: how far it has come, and on which day it will be done. */
export function RespondForm({ orders, ...props }: OrderProps) {
  const t = useTranslations("orders.respond");
  return (
    <StepForm {...props} button={t("button")} icon="reply" ids={{ words: "respond-words" }}>
      <WhichOrder legend={t("which")} orders={orders} />
      <FormArea name="words" id="respond-words" label={t("words")} hint={t("hint")} song maxLength={2000} rows={4} />
    </StepForm>
  );
}

/** 解除督办: it is done with, answered or not. */
export function LiftForm({ orders, ...props }: OrderProps) {
  const t = useTranslations("orders.lift");
  return (
    <StepForm {...props} button={t("button")} icon="check" ids={{ words: "lift-words" }} aside={t("aside")}>
      <WhichOrder legend={t("which")} orders={orders} />
      <FormArea name="words" id="lift-words" label={t("words")} song maxLength={2000} rows={2} />
    </StepForm>
  );
}

/** Which of them, with what it asks beside it; where there is but one, it is chosen. */
function WhichOrder({ legend, orders }: { legend: string; orders: readonly LetterOrder[] }) {
  const name = useOrderName();
  return (
    <FormRadios
      name="orderId"
      legend={legend}
      defaultValue={String(orders[0]?.id ?? "")}
      options={orders.map((order) => ({ value: String(order.id), words: name(order), detail: order.words }))}
    />
  );
}

function useOrderName(): (order: LetterOrder) => string {
  const t = useTranslations("orders");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  return ({ level, channel, by, issuedAt }) =>
    [
      t(`levels.${level}`),
      t(`channels.${channel ?? "automatic"}`),
      named(language, by),
      dayWords(calendar, civilDateOf(issuedAt)),
    ].join(" · ");
}
