import { and, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Speaker } from "./speaker.ts";

/** A plate that somebody may reply under: a position they hold, or an office whose mailboxes they keep. */
export interface OwnPlate {
  leaderId: number | null;
  officeId: number | null;
  speaker: Speaker;
}

/** Under whose plate somebody may reply in a discussion, positions first. Citizens have none: they speak as themselves. */
export async function readPlates(db: Db, actor: Actor): Promise<OwnPlate[]> {
  const grants = isPerson(actor) ? actor.grants : [];
  const [positions, kept] = await Promise.all([
    db
      .select()
      .from(leaders)
      .where(
        and(
          inArray(
            leaders.id,
            grants.flatMap(({ leaderId }) => leaderId ?? []),
          ),
          isNull(leaders.closedAt),
        ),
      )
      .orderBy(leaders.id),
    db
      .select()
      .from(offices)
      .where(
        and(
          inArray(
            offices.id,
            grants.flatMap(({ officeId }) => officeId ?? []),
          ),
          isNull(offices.closedAt),
        ),
      )
      .orderBy(offices.id),
  ]);
  const plates: OwnPlate[] = [
    ...positions.map(({ id, handle, title, titleEn }) => ({
      leaderId: id,
      officeId: null,
      speaker: { leader: { handle, title, titleEn }, office: null, nickname: null, voice: null },
    })),
    ...kept.map(({ id, slug, name, nameEn }) => ({
      leaderId: null,
      officeId: id,
      speaker: { leader: null, office: { slug, name, nameEn }, nickname: null, voice: null },
    })),
  ];
  return plates.filter((plate) => can(actor, "comment.reply-officially", plate));
}
