import { useLocale, useTranslations } from "next-intl";
import type { Findable } from "#components/desk/find-by-initials.ts";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { PickOne } from "#components/desk/pick-one.tsx";
import { ClockWorking } from "#components/letters/clock-working.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormRadios, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Numeral } from "#components/ui/section.tsx";
import type { Choice } from "#components/ui/select.tsx";
import { When } from "#components/ui/when.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Foretold } from "#domain/letters/foretell.ts";
import { letterKinds } from "#domain/letters/input.ts";

export interface Converted {
  commentId: number;
  body: string;
  author: string;
  at: Date;
}

interface ConvertPanelProps {
  action: FormAction;
  comment: Converted;
  title: string;
  kind: (typeof letterKinds)[number];
  regions: readonly Choice[];
  region: string;
  mailboxes: readonly Findable[];
  /** Who usually does such things; empty when nobody is known for it. */
  mailbox: string;
  accept: Foretold;
  today: CivilDate;
}

/** A comment on its way into the mailbox: filled in from it, to be read once more by a person. */
export function ConvertPanel(props: ConvertPanelProps) {
  const { action, comment, title, kind, regions, region, mailboxes, mailbox, accept, today } = props;
  const t = useTranslations("desk-comments.convert");
  const kinds = useTranslations("letters.kinds");
  const pick = useTranslations("desk-letter.pick");
  return (
    <section
      id="convert"
      aria-labelledby="convert-title"
      className="border border-t-[3px] border-rule border-t-brand bg-card px-4 py-3"
    >
      <h2 id="convert-title" className="text-lg">
        {t("title")} <small className="font-normal text-ink-2">{t("check")}</small>
      </h2>
      <ActionForm action={action} problemsTitle={t("problems")} className="mt-2 grid gap-4">
        <input type="hidden" name="commentId" value={comment.commentId} />
        <Quoted comment={comment} />
        <FormText
          name="title"
          label={<Counted n={2}>{t("letterTitle")}</Counted>}
          defaultValue={title}
          maxLength={60}
        />
        <FormRadios
          name="kind"
          legend={
            <span className="text-base">
              <Counted n={3}>{t("kind")}</Counted>
            </span>
          }
          defaultValue={kind}
          options={letterKinds.map((one) => ({
            value: one,
            words: kinds(one),
            detail: one === "accusation" ? t("accusationMeans") : undefined,
          }))}
        />
        <FormSelect
          name="region"
          label={<Counted n={4}>{t("region")}</Counted>}
          defaultValue={region}
          choices={regions}
        />
        <FormText name="place" label={t("place")} maxLength={100} />
        <PickOne
          name="mailbox"
          label={<Counted n={5}>{t("mailbox")}</Counted>}
          hint={mailbox ? t("mailboxUsual") : undefined}
          choices={[{ value: "", words: t("mailboxUnknown"), initials: "" }, ...mailboxes]}
          defaultValue={mailbox}
          words={{ find: pick("find"), found: pick.raw("found"), none: pick("none") }}
        />
        <Deadline accept={accept} today={today} />
        <p className="tinted border border-dashed border-warn bg-warn-bg px-3 py-2 text-sm">
          <b className="text-warn">{t("noConsent")}</b> {t("noConsentMeans", { author: comment.author })}
        </p>
        <div>
          <Button kind="go" icon="mail">
            {t("button")}
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}

function Counted({ n, children }: { n: number; children: string }) {
  return (
    <>
      <Numeral of={n} />
      {children}
    </>
  );
}

/** The quotation is locked: an office may not put words into somebody's mouth. */
function Quoted({ comment }: { comment: Converted }) {
  const t = useTranslations("desk-comments.convert");
  return (
    <div>
      <p className="flex items-baseline justify-between gap-2 font-semibold">
        <span>
          <Counted n={1}>{t("quoted")}</Counted>
        </span>
        <span className="flex items-center gap-1 text-sm font-normal text-ink-2">
          <Icon of="lock" />
          {t("locked")}
        </span>
      </p>
      <input type="hidden" name="body" value={comment.body} />
      <blockquote className="mt-1 border border-rule border-s-[3px] border-s-brand bg-paper px-3 py-2">
        <p className="font-song text-lg leading-relaxed whitespace-pre-line">{comment.body}</p>
        <p className="text-sm text-ink-2">
          {comment.author} · <When at={comment.at} />
        </p>
      </blockquote>
      <p className="mt-1 text-sm text-ink-2">{t("fixed")}</p>
    </div>
  );
}

function Deadline({ accept, today }: { accept: Foretold; today: CivilDate }) {
  const t = useTranslations("desk-comments.convert");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  return (
    <div className="border-s-[3px] border-control ps-3 text-sm">
      <p>
        {t.rich("deadline", {
          term: calendar(`term.${accept.term.unit}`, { n: accept.term.length }),
          date: whenWords({ on: accept.on, short: true }, language),
          b: (words) => <b>{words}</b>,
        })}
      </p>
      <Disclosure summary={calendar("working.open")} className="text-sm">
        <div className="[&>div>div.grid]:grid-cols-1!">
          <ClockWorking
            clock={{ ...accept, stoppedAt: null, ofOffice: true }}
            today={today}
            endedWords={t("acceptWord")}
          />
        </div>
      </Disclosure>
    </div>
  );
}
