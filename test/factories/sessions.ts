import type { Db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Post } from "#domain/posts/post.ts";
import { castVote } from "#domain/votes/cast.ts";
import { sumVotes } from "#domain/votes/sum.ts";
import { on } from "#test/on.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "./offices.ts";
import { makeCitizen, makeHolder, makeOperator } from "./people.ts";
import { makeComment, makePost } from "./posts.ts";

interface WantedSession {
  title?: string;
  startsAt?: Date;
  endsAt?: Date;
  hosts?: string[];
  at?: Now;
  state?: "draft" | "published";
}

/** A session announced on 18 September for three o'clock of the 21st, by a leader who has a mailbox. */
export async function makeSession(db: Db, wanted: WantedSession = {}) {
  const region = await makeRegion(db);
  const office = await makeOffice(db, { regionId: region.id });
  const leader = await makeLeader(db, { officeId: office.id });
  const mailbox = await makeMailbox(db, { leaderId: leader.id });
  const [holder, operator] = [await makeHolder(db, leader.id), await makeOperator(db, office.id)];
  const session = {
    title: wanted.title ?? "供水问政",
    startsAt: wanted.startsAt ?? on("2026-09-21", "15:00").at,
    endsAt: wanted.endsAt ?? on("2026-09-21", "16:30").at,
    hosts: wanted.hosts ?? [`leader:${leader.handle}`],
  };
  const post = await makePost(db, {
    leaderId: leader.id,
    by: holder,
    kind: "session",
    particulars: { session },
    at: wanted.at ?? on("2026-09-18"),
    ...(wanted.state && { state: wanted.state }),
  });
  return { region, office, leader, mailbox, holder, operator, post };
}

interface WantedQuestion {
  body?: string;
  votes?: number;
  by?: Person;
}

/** A question that so many people support, counted. */
export async function makeQuestion(db: Db, post: Post, { body, votes = 0, by }: WantedQuestion = {}) {
  const now = on("2026-09-19");
  const question = await makeComment(db, {
    postId: post.id,
    at: now,
    ...(body && { body }),
    ...(by && { by }),
  });
  for (let voter = 0; voter < votes; voter += 1) {
    await castVote(db, await makeCitizen(db), { target: "comment", targetId: question.id, choice: 1 }, now);
  }
  await sumVotes(db, now);
  return question;
}
