import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { NextButtons } from "#components/desk/posts/next-buttons.tsx";
import { WordingFields } from "#components/desk/posts/wording-fields.tsx";
import { named, titled } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormRadios } from "#components/ui/form-fields.tsx";
import type { OwnStream } from "#domain/posts/own-streams.ts";

/** A stream as a form names it: leader:3, office:5. */
export const streamKey = ({ leader, office }: OwnStream): string =>
  leader ? `leader:${leader.id}` : `office:${office.id}`;

/** Under which plate it will stand, and by whose hand: 市委书记 · 本人. */
export function useStreamName(): (stream: OwnStream) => string {
  const t = useTranslations("composer");
  const language = useLocale();
  return ({ leader, office, publishes }) =>
    leader ? t(publishes ? "asSelf" : "asOffice", { name: titled(language, leader) }) : named(language, office);
}

interface ComposerProps {
  action: FormAction;
  stream: OwnStream;
  /** Names this one writing: the same form sent twice is one post. */
  formKey: string;
  soonest: string;
}

/** A new post. Whether it is spoken 本人 or 办公室代发 follows from whose hand it is, and stands there before it is sent. */
export function Composer({ action, stream, formKey, soonest }: ComposerProps) {
  const t = useTranslations("composer");
  const nameOf = useStreamName();
  const kinds = (["announcement", "solicitation", "broadcast"] as const).filter(
    (kind) => kind !== "broadcast" || stream.broadcasts,
  );
  return (
    <ActionForm action={action} problemsTitle={t("problems")} ids={{ body: "post-body" }} className="grid gap-4">
      {/* Enter in a one-line field keeps the words; only a button that says so sends them out. */}
      <button type="submit" name="next" value="keep" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="stream" value={streamKey(stream)} />
      <p>{t.rich("as", { name: nameOf(stream), b: (words) => <b>{words}</b> })}</p>
      <FormRadios
        name="kind"
        legend={<span className="text-base">{t("kind")}</span>}
        inline
        defaultValue="announcement"
        options={kinds.map((kind) => ({ value: kind, words: t(`kinds.${kind}`) }))}
      />
      <WordingFields prompts={[]} images={[]} asks="when-chosen" />
      <NextButtons publishes={stream.publishes} soonest={soonest} />
    </ActionForm>
  );
}
