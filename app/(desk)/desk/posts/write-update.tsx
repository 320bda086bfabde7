import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { PictureFields } from "#components/desk/posts/picture-fields.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { headline } from "#components/posts/headline.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormRadios } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Section } from "#components/ui/section.tsx";
import { UpdateEntry, updateAddress } from "#components/updates/update-entry.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { rowId } from "#domain/posts/input.ts";
import { readPost } from "#domain/posts/read-post.ts";
import type { ShownPost } from "#domain/posts/shown.ts";
import { longestUpdate } from "#domain/updates/input.ts";
import { type OwnVoice, readOwnGrowing } from "#domain/updates/read-own-growing.ts";
import { readUpdates } from "#domain/updates/read-updates.ts";
import { EndIncident } from "./end-incident.tsx";
import { add } from "./update-actions.ts";

interface WriteUpdateProps {
  person: Person;
  /** As the address gives it. */
  id: string;
  /** This page: what was done is said on it. */
  path: string;
  sent: string | string[] | undefined;
}

/** Adding to a post that is out: what stands there, and the form for what comes next. */
export async function WriteUpdate({ person, id, path, sent }: WriteUpdateProps) {
  const postId = rowId.safeParse(id).data;
  if (!postId) notFound();
  const [read, growing, updates] = await Promise.all([
    readPost(db, postId, await now()),
    readOwnGrowing(db, person, postId),
    readUpdates(db, postId),
  ]);
  const post = read?.post;
  if (!post || !growing) notFound();
  const t = await getTranslations("updates");
  const ended = (await getTranslations("incidents.end"))("done");
  const newest = updates.at(-1);
  const runs = post.incident && !post.incident.endedAt;
  return (
    <>
      <h1>{t("form.title")}</h1>
      <p className="mt-1 text-ink-2">{t("form.lead")}</p>
      {sent && newest && (
        <Notice kind="ok" live act={<A href={updateAddress(newest)}>{t("form.see")}</A>}>
          {sent === "end" ? ended : t("form.sent", { n: newest.number })}
        </Notice>
      )}
      <section className="my-4 border-s-[3px] border-control ps-3">
        <p className="text-sm text-ink-2">{t("form.post")}</p>
        <p>
          <A href={`/posts/${post.id}`}>{headline(post.body, 80)}</A>
        </p>
      </section>
      {(!post.incident || runs) && <Form key={growing.next} post={post} path={path} {...growing} />}
      {runs && <EndIncident key={`end ${growing.next}`} postId={post.id} path={path} />}
      {updates.length > 0 && (
        <Section title={t("form.so")}>
          <ol>
            {updates.toReversed().map((update) => (
              <li key={update.id} className="border-b border-rule py-4">
                <UpdateEntry update={update} />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

interface FormProps {
  post: ShownPost;
  path: string;
  voices: readonly OwnVoice[];
  next: number;
}

async function Form({ post, path, voices, next }: FormProps) {
  const [t, language] = await Promise.all([getTranslations("updates.form"), getLocale()]);
  const nameOfVoice = ({ speaker }: OwnVoice) => {
    const name = nameOf(language, speaker);
    return speaker.leader ? t("asSelf", { name }) : name;
  };
  return (
    <Panel kind="brand">
      <ActionForm
        action={add.bind(null, path)}
        problemsTitle={t("problems")}
        ids={{ body: "update-body" }}
        className="grid gap-4"
      >
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <input type="hidden" name="postId" value={post.id} />
        <input type="hidden" name="key" value={randomUUID()} />
        {voices.length > 1 ? (
          <FormRadios
            name="as"
            legend={<span className="text-base">{t("as")}</span>}
            inline
            defaultValue={voices[0]!.as}
            options={voices.map((voice) => ({ value: voice.as, words: nameOfVoice(voice) }))}
          />
        ) : (
          <input type="hidden" name="as" value={voices[0]!.as} />
        )}
        <FormArea
          name="body"
          id="update-body"
          label={t("body", { n: next })}
          hint={t("bodyHint", { most: longestUpdate })}
          song
          rows={5}
        />
        <PictureFields images={[]} />
        <Notice>{(await getTranslations("updates"))("never")}</Notice>
        <div>
          <Button kind="go" icon="send">
            {t("send", { n: next })}
          </Button>
        </div>
      </ActionForm>
    </Panel>
  );
}
