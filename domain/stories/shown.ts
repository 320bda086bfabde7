import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, letters, offices, type PostKind, storyLetters, storyOffices } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type OwedAnswer, readOwedUnder } from "#domain/owed-answers/read-owed.ts";

/** What an office said to an exposure; of a hidden answer nothing but that it is hidden. */
export interface Response {
  commentId: number;
  at: Date;
  approx: boolean;
  body: string | null;
}

export interface NamedOffice {
  id: number;
  slug: string;
  name: string;
  nameEn: string | null;
  /** Of an exposure that is out: by when it answers, under which light. */
  owed: OwedAnswer | null;
  response: Response | null;
}

export const storyKinds = ["exposure", "commendation"] as const satisfies PostKind[];
export type StoryKind = (typeof storyKinds)[number];

/** What a story names beside its words. A letter that is hidden since then is left out. */
export interface ShownStory {
  postId: number;
  kind: StoryKind;
  letters: { number: string; title: string }[];
  offices: NamedOffice[];
}

/** Of those among these posts that are stories: their letters and offices; `now` is null for drafts, of which nothing is owed yet. */
export async function readStories(
  db: Db,
  rows: readonly { id: number; kind: PostKind }[],
  now: Now | null,
): Promise<ShownStory[]> {
  const stories = rows.flatMap(({ id: postId, kind }) => {
    const own = storyKinds.find((one) => one === kind);
    return own ? [{ postId, kind: own }] : [];
  });
  const postIds = stories.map(({ postId }) => postId);
  if (postIds.length === 0) return [];
  const [told, named, owed] = await Promise.all([
    db
      .select({ postId: storyLetters.postId, number: letters.number, title: letters.publicTitle })
      .from(storyLetters)
      .innerJoin(letters, eq(letters.id, storyLetters.letterId))
      .where(and(inArray(storyLetters.postId, postIds), lettersFor(nobody, "letter.read")))
      .orderBy(asc(storyLetters.sort)),
    readNamed(db, postIds),
    now ? readOwedUnder(db, postIds, now) : [],
  ]);
  return stories.map(({ postId, kind }) => ({
    postId,
    kind,
    letters: told.flatMap(({ number, title, ...of }) =>
      of.postId === postId ? [{ number, title: title ?? number }] : [],
    ),
    offices: named
      .filter((office) => office.postId === postId)
      .map(({ postId: _, comment, ...office }) => ({
        ...office,
        owed:
          owed.find((one) => one.postId === postId && !one.commentId && one.by.office?.slug === office.slug) ?? null,
        response: comment && responseOf(comment),
      })),
  }));
}

const readNamed = (db: Db, postIds: number[]) =>
  db
    .select({
      postId: storyOffices.postId,
      id: offices.id,
      slug: offices.slug,
      name: offices.name,
      nameEn: offices.nameEn,
      comment: {
        id: comments.id,
        at: comments.createdAt,
        approx: comments.approx,
        body: comments.body,
        hiddenAt: comments.hiddenAt,
      },
    })
    .from(storyOffices)
    .innerJoin(offices, eq(offices.id, storyOffices.officeId))
    .leftJoin(comments, eq(comments.id, storyOffices.responseId))
    .where(inArray(storyOffices.postId, postIds))
    .orderBy(asc(storyOffices.sort));

type Said = NonNullable<Awaited<ReturnType<typeof readNamed>>[number]["comment"]>;

const responseOf = ({ id, at, approx, body, hiddenAt }: Said): Response => ({
  commentId: id,
  at,
  approx,
  body: hiddenAt ? null : body,
});
