import { useLocale, useTranslations } from "next-intl";
import { hourLines } from "#components/directory/hour-words.ts";
import { address } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ShownPhone } from "#domain/directory/shown-phone.ts";

/** One telephone: a number to tap, when somebody answers, and 没人接 while somebody should. */
export function PhoneEntry({ phone, office }: { phone: ShownPhone; office: string }) {
  const t = useTranslations("directory");
  const { label, number, dial, note, demo, open, unanswered } = phone;
  return (
    <li id={`phone-${phone.id}`} className="border-b border-rule py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="leading-normal">
          <span className="text-sm text-ink-2">{label}</span>
          <a href={`tel:${dial}`} className="flex min-h-target items-center gap-2 text-lg font-semibold tabular-nums">
            <Icon of="phone" />
            {number}
          </a>
        </p>
        {open !== false && <Unanswered phone={phone} office={office} />}
      </div>
      <p className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {open === true && <Tag kind="ok">{t("open")}</Tag>}
        {open === false && <Tag>{t("closed")}</Tag>}
        {demo && <Tag kind="warn">{t("demo")}</Tag>}
      </p>
      <PhoneHours phone={phone} />
      {note && <p className="text-sm leading-relaxed text-ink-2">{note}</p>}
      {unanswered && (
        <p className="mt-1 text-sm leading-relaxed">
          {t("report.today", { n: unanswered.n })}{" "}
          <A href={`/letters/${unanswered.letter}`} className="inline-block py-1">
            {t("report.letter", { number: unanswered.letter })}
          </A>
        </p>
      )}
    </li>
  );
}

function PhoneHours({ phone: { hours } }: { phone: ShownPhone }) {
  const t = useTranslations("directory");
  const days = useTranslations("directory.day");
  if (!hours) return <p className="text-sm text-ink-2">{t("hoursUnknown")}</p>;
  return (
    <dl aria-label={t("hours")} className="mt-1 text-sm leading-relaxed">
      {hourLines(days, hours).map((line) => (
        <div key={line.days} className="flex flex-wrap gap-x-3">
          <dt className="min-w-24 text-ink-2">{line.days}</dt>
          <dd className="whitespace-pre tabular-nums">{line.times}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A plain form: one tap, with or without a script. What it does stands above the list that it is in. */
function Unanswered({ phone: { id, label, number }, office }: { phone: ShownPhone; office: string }) {
  const t = useTranslations("directory.report");
  const language = useLocale();
  return (
    <form method="post" action={address(language, "/api/unanswered")}>
      <input type="hidden" name="phoneId" value={id} />
      <Button icon="circle-alert" aria-label={t("named", { office, label, number })}>
        {t("button")}
      </Button>
    </form>
  );
}
