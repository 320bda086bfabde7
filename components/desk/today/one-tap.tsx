import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormText } from "#components/ui/form-fields.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";

/** From when until when a leader may bring a letter's date forward to. */
export interface Earlier {
  today: CivilDate;
  latest: CivilDate;
}

interface OneTapProps {
  letterId: number;
  instruct: FormAction;
  sentences: readonly string[];
  /** Null: no date runs that could be brought forward. */
  earlier: Earlier | null;
  /** What else is done with a letter, beside the switch. */
  children?: ReactNode;
}

/** 一点即批: whole sentences that act on one tap. Public by default; the one-off switch and an earlier date stand with them. */
export function OneTap({ letterId, instruct, sentences, earlier, children }: OneTapProps) {
  const t = useTranslations("today");
  return (
    <ActionForm action={instruct} problemsTitle={t("problems")} className="mt-2 grid gap-2">
      <input type="hidden" name="letterId" value={letterId} />
      <p className="flex items-center gap-1.5 text-sm text-brand">
        <Icon of="stamp" />
        {t("atOnce")}
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        {sentences.map((words) => (
          <button
            key={words}
            type="submit"
            name="words"
            value={words}
            className="min-h-target border border-brand border-s-4 bg-brand-wash px-3 py-2 text-start font-song leading-normal hover:underline"
          >
            {words}
          </button>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {children}
        <label className="inline-flex min-h-target items-center gap-2 text-sm">
          <input type="checkbox" name="internal" className="choice" />
          {t("internal")}
        </label>
      </div>
      {earlier && <EarlierDate letterId={letterId} earlier={earlier} />}
      <p className="flex items-center gap-1.5 text-sm text-ink-2">
        <Icon of="eye" />
        {t("public")}
      </p>
    </ActionForm>
  );
}

function EarlierDate({ letterId, earlier: { today, latest } }: { letterId: number; earlier: Earlier }) {
  const t = useTranslations("desk-letter.instruct");
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-target cursor-pointer items-center text-link underline underline-offset-4">
        {t("due")}
      </summary>
      <FormText
        name="due"
        id={`due-${letterId}`}
        type="date"
        label={t("due")}
        hint={t("dueHint", { latest })}
        min={today}
        max={latest}
        className="max-w-64"
      />
    </details>
  );
}
