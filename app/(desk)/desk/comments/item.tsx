import { getLocale } from "next-intl/server";
import { CommentItem } from "#components/desk/comments/comment-item.tsx";
import { ItemActs } from "#components/desk/comments/item-acts.tsx";
import { FlagSummary } from "#components/desk/moderation/flag-summary.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readOneThread } from "#domain/comments/read-thread.ts";
import { readAuthorOf } from "#domain/moderation/read-author.ts";
import * as actions from "./actions.ts";
import { Convert } from "./convert.tsx";
import { findModerated } from "./find-moderated.ts";

interface ItemProps {
  actor: Person;
  commentId: number;
  now: Now;
  /** The view that every act goes back to. */
  back: string;
  convertHref: string;
  converting: boolean;
}

const neighbours = 5;

/** The comment that is open, with its thread, its acts and, when it is wanted, the way into the mailbox. */
export async function Item({ actor, commentId, now, back, convertHref, converting }: ItemProps) {
  const item = await findModerated(actor, commentId, now);
  const [thread, author, language] = await Promise.all([
    readOneThread(db, item.postId, item.id, now),
    item.moderates ? readAuthorOf(db, actor, item.id, now) : null,
    getLocale(),
  ]);
  const isReply = item.parentId !== null;
  return (
    <div className={converting ? "grid gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]" : "max-w-column"}>
      <CommentItem
        item={item}
        author={author}
        before={isReply ? (thread?.comment ?? null) : null}
        after={(thread?.replies ?? []).filter(({ id }) => id !== item.id).slice(0, neighbours)}
        flags={item.moderates && item.flagged && <FlagSummary flagged={item.flagged} first={item.first} />}
        acts={
          <ItemActs
            key={item.id}
            item={item}
            personId={actor.id}
            convertHref={convertHref}
            converting={converting}
            actions={{
              hide: actions.hide.bind(null, back),
              leave: actions.leave.bind(null, back),
              restore: actions.restore.bind(null, back),
              claim: actions.claim.bind(null, back),
              release: actions.release.bind(null, back),
            }}
          />
        }
      />
      {converting && !item.hiddenAt && (
        <Convert
          key={item.id}
          comment={{ commentId: item.id, body: item.body, author: item.author, at: item.at }}
          reads={item.reads}
          language={language}
          now={now}
          action={actions.convert.bind(null, back)}
        />
      )}
    </div>
  );
}
