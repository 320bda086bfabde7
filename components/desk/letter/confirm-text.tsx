import { useTranslations } from "next-intl";
import { MarkedText } from "#components/desk/letter/original.tsx";
import { FormArea, FormText } from "#components/ui/form-fields.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Span } from "#domain/letters/redaction.ts";

/** A text as it was written, with what was found in it, and as it is proposed for everybody. */
export interface Proposed {
  original: string;
  spans: Span[];
  proposed: string;
}

/** Side by side: left what stays in the file, right what everybody will read, to be mended and confirmed by a person. */
export function ConfirmText({ title, body }: { title: Proposed; body: Proposed }) {
  const t = useTranslations("desk-letter.redaction");
  const found = title.spans.length + body.spans.length;
  return (
    <section aria-label={t("title")} className="grid gap-4 border-t border-rule pt-4 lg:grid-cols-2">
      <div className="min-w-0 border border-rule bg-paper px-4 py-3">
        <h3 className="flex items-center gap-2 text-base">
          <Icon of="lock" />
          {t("original")}
        </h3>
        <p className="mb-2 text-sm text-ink-2">{t("found", { n: found })}</p>
        <div className="border-b border-rule pb-2 font-semibold">
          <MarkedText text={title.original} spans={title.spans} />
        </div>
        <div className="pt-2">
          <MarkedText text={body.original} spans={body.spans} />
        </div>
      </div>
      <div className="grid min-w-0 content-start gap-4 border border-brand px-4 py-3">
        <div>
          <h3 className="flex items-center gap-2 text-base text-brand">
            <Icon of="eye" />
            {t("public")}
          </h3>
          <p className="text-sm text-ink-2">{t("publicHint")}</p>
        </div>
        <FormText name="publicTitle" label={t("publicTitle")} defaultValue={title.proposed} maxLength={200} />
        <FormArea
          name="publicBody"
          label={t("publicBody")}
          song
          defaultValue={body.proposed}
          rows={8}
          maxLength={6000}
        />
      </div>
    </section>
  );
}
