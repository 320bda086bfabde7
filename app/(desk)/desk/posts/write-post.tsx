import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { Composer } from "#components/desk/posts/composer.tsx";
import { hourWords } from "#components/letters/date-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import { readOwnStreams } from "#domain/posts/own-streams.ts";
import { compose } from "./actions.ts";

/** The composer with this person's streams: on its own page, and on top of a leader's day. */
export async function WritePost({ person }: { person: Person }) {
  const t = await getTranslations("composer.none");
  const streams = await readOwnStreams(db, person);
  if (streams.length === 0) return <EmptyState title={t("title")}>{t("words")}</EmptyState>;
  return <Composer action={compose} streams={streams} formKey={randomUUID()} earliest={wallClock((await now()).at)} />;
}

/** An instant as a form's clock says it, in Shanghai. */
function wallClock(at: Date): string {
  return `${civilDateOf(at)}T${hourWords(at)}`;
}
