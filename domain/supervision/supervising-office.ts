import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { offices } from "#db/schema/index.ts";
import type { Letter } from "#domain/letters/letter.ts";

/**
 * In whose name the timetable supervises: the nearest region's petition office (信访局: it triages, or the triage office is
 * its own). Where that has the letter itself, another one: rather one that is not above it in its own line (纪委), since
 * superiors answer for their own. Null when nobody else supervises there.
 */
export async function supervisingOffice(db: Db, letter: Letter, askedOfficeId: number): Promise<number | null> {
  const [office] = await db.execute<{ id: string }>(sql`
    with recursive line(id) as (
      select parent_id from ${offices} where id = ${askedOfficeId}
      union select o.parent_id from ${offices} o join line on line.id = o.id
    )
    select o.id from ${offices} o
    where o.supervises and o.closed_at is null and o.id <> ${askedOfficeId}
      and o.region_id = any(${sql.param(letter.mailbox.lineage)}::bigint[])
    order by array_position(${sql.param(letter.mailbox.lineage)}::bigint[], o.region_id) desc,
      (o.triages or exists (select 1 from ${offices} t where t.triages and t.parent_id = o.id)) desc,
      o.id in (select id from line where id is not null), o.id
    limit 1`);
  return office ? Number(office.id) : null;
}
