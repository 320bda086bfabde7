import { useLocale, useTranslations } from "next-intl";
import { ClaimForm } from "#components/desk/letter/claim-form.tsx";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { named } from "#components/people/named.ts";
import type { IconName } from "#components/ui/icon-shapes.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import type { Step } from "#domain/letters/steps.ts";

/** Steps whose form opens in place, in the order in which they are reached for. The others stand on the page. */
export const opened = [
  "accept",
  "assign",
  "ask",
  "instruct",
  "inspect",
  "takeOn",
  "letGo",
  "object",
  "uphold",
  "overrule",
  "extend",
  "grant",
  "deny",
  "promise",
  "keep",
  "respondRating",
  "study",
  "adopt",
  "respond",
  "order",
  "lift",
  "refuse",
  "followUp",
  "publish",
  "redact",
  "hide",
] as const;
export type OpenedStep = (typeof opened)[number];

const icons: Record<OpenedStep, IconName> = {
  accept: "check",
  assign: "arrow-left-right",
  ask: "message-square",
  instruct: "stamp",
  inspect: "flag",
  takeOn: "flag",
  letGo: "undo-2",
  object: "hand",
  uphold: "check",
  overrule: "x",
  extend: "clock",
  grant: "check",
  deny: "x",
  promise: "calendar-days",
  keep: "badge-check",
  respondRating: "reply",
  respond: "reply",
  study: "search",
  adopt: "badge-check",
  order: "flag",
  lift: "check",
  refuse: "circle-x",
  followUp: "eye",
  publish: "eye",
  redact: "pen",
  hide: "eye-off",
};

interface ActsBarProps {
  letter: LetterForPerson;
  /** The step whose form is open. */
  open: OpenedStep | null;
  claim: FormAction;
  unclaim: FormAction;
}

/** The steps that are this person's now, and nothing else: no button that would only say no. */
export function ActsBar({ letter, open, claim, unclaim }: ActsBarProps) {
  const t = useTranslations("desk-letter");
  const language = useLocale();
  const offered = letter.steps.filter(({ obstacle }) => obstacle === null).map(({ step }) => step);
  // Accepting publishes; before it there is nothing to publish that somebody has read as an office.
  const early: readonly Step[] = offered.includes("accept") ? ["publish"] : [];
  const buttons = opened.filter((step) => (offered as readonly Step[]).includes(step) && !early.includes(step));
  const offices = [
    letter.lead && t("head.lead", { office: named(language, letter.lead) }),
    letter.assisting.length > 0 &&
      t("head.assisting", { offices: letter.assisting.map((one) => named(language, one)).join(t("head.and")) }),
    letter.hops > 0 && t("head.hops", { n: letter.hops }),
    letter.urges > 0 && t("head.urges", { n: letter.urges }),
  ].filter(Boolean);
  // Who only oversees the letter has nothing to choose here.
  const Bar = letter.steps.length > 0 ? "nav" : "div";
  return (
    <Bar
      aria-label={letter.steps.length > 0 ? t("acts") : undefined}
      className="unprinted flex flex-wrap items-center gap-2 border-y border-rule bg-card px-3 py-2 sm:px-4"
    >
      {offered.includes("answer") && (
        <a href="#answer" className="inline-flex min-h-target items-center pe-2 xl:hidden">
          {t("toAnswer")}
        </a>
      )}
      {buttons.map((step, place) => (
        <LinkButton
          key={step}
          href={`/desk/letters/${letter.number}?do=${step}#do`}
          icon={icons[step]}
          kind={step === open ? "brand" : step === "accept" || (place === 0 && step === "assign") ? "go" : "plain"}
          aria-current={step === open ? "true" : undefined}
        >
          {t(`do.${step}`)}
        </LinkButton>
      ))}
      <ClaimForm letter={letter} claim={claim} unclaim={unclaim} />
      {offices.length > 0 && <p className="text-sm text-ink-2 lg:ms-auto">{offices.join(" · ")}</p>}
    </Bar>
  );
}
