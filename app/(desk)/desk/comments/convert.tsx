import { type Converted, ConvertPanel } from "#components/desk/comments/convert-panel.tsx";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { named, titled } from "#components/people/named.ts";
import type { Language } from "#components/ui/address.ts";
import { db } from "#db/client.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readAddressees, readPlaces } from "#domain/letters/addressees.ts";
import { foretellAccept } from "#domain/letters/foretell.ts";
import { proposeTitle } from "#domain/letters/propose-title.ts";
import { suggestMailboxes } from "#domain/letters/suggest-mailboxes.ts";
import type { Reading } from "#domain/moderation/signals.ts";
import { initialsOf } from "#domain/offices/initials.ts";

interface ConvertProps {
  comment: Converted;
  reads: Reading;
  language: Language;
  now: Now;
  action: FormAction;
}

/** The convert panel, filled in from the comment: title, kind, who usually does such things, and the date it sets. */
export async function Convert({ comment, reads, language, now, action }: ConvertProps) {
  const [addressees, places, [usual], accept] = await Promise.all([
    readAddressees(db),
    readPlaces(db),
    suggestMailboxes(db, comment.body),
    foretellAccept(db, now),
  ]);
  return (
    <ConvertPanel
      action={action}
      comment={comment}
      title={proposeTitle(comment.body)}
      kind={reads === "suggestion" ? "suggestion" : "complaint"}
      regions={places.map((place) => ({ value: place.slug, words: named(language, place) }))}
      region={places[0]?.slug ?? ""}
      mailboxes={addressees.map(({ slug, leader, office }) => ({
        value: slug,
        words: leader ? titled(language, leader) : named(language, office),
        initials: initialsOf(leader ? leader.title : office.name),
      }))}
      mailbox={usual ?? ""}
      accept={accept}
      today={now.today}
    />
  );
}
