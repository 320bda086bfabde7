import { useLocale, useTranslations } from "next-intl";
import type { Findable } from "#components/desk/find-by-initials.ts";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { KindFields } from "#components/desk/posts/kind-fields.tsx";
import { NextButtons } from "#components/desk/posts/next-buttons.tsx";
import { WordingFields } from "#components/desk/posts/wording-fields.tsx";
import { Autosave } from "#components/letters/autosave.tsx";
import { named, titled } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormRadios } from "#components/ui/form-fields.tsx";
import { composingForm } from "#domain/posts/input.ts";
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
  /** `compose` of app/(desk)/desk/posts/actions.ts. */
  action: FormAction;
  /** The one of `readOwnStreams` on which it will stand. */
  stream: OwnStream;
  /** Names this one writing: the same form sent twice is one post. */
  formKey: string;
  /** Now, as a clock on the wall in Shanghai: nothing is scheduled before it (app/(desk)/desk/posts/soonest.ts). */
  soonest: string;
  /** Whom a session may name to answer, the stream itself among them (app/(desk)/desk/posts/host-choices.ts). */
  hosts: readonly Findable[];
  /** What was typed and not sent: the fields of `readDraft(db, actor, composingForm)`. */
  kept?: Record<string, string>;
  /** When that was kept: 09:41. */
  keptAt?: string;
}

/** A new post. Whether it is spoken 本人 or 办公室代发 follows from whose hand it is, and stands there before it is sent. */
export function Composer({ action, stream, formKey, soonest, hosts, kept = {}, keptAt }: ComposerProps) {
  const t = useTranslations("composer");
  const nameOf = useStreamName();
  const { kinds } = stream;
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
        dense
        defaultValue={kinds.find((kind) => kind === kept.kind) ?? kinds[0]}
        options={kinds.map((kind) => ({ value: kind, words: t(`kinds.${kind}`) }))}
      />
      <WordingFields
        body={kept.body}
        images={kept.images?.split(",") ?? []}
        alts={altsIn(kept)}
        between={<KindFields kinds={kinds} kept={kept} hosts={hosts} />}
      />
      <NextButtons publishes={stream.publishes} soonest={soonest} publishAt={kept.publishAt} />
      <Autosave
        form={composingForm}
        before={keptAt && t("kept", { time: keptAt })}
        words={{ saved: t.raw("kept"), saving: t("keeping"), notSaved: t("notKept") }}
      />
    </ActionForm>
  );
}

/** `alt:` and a token name the field that says what a picture shows. */
function altsIn(kept: Record<string, string>): Record<string, string> {
  const said = Object.entries(kept).filter(([name]) => name.startsWith("alt:"));
  return Object.fromEntries(said.map(([name, words]) => [name.slice("alt:".length), words]));
}
