import { sql } from "drizzle-orm";
import type { Tx } from "#db/transact.ts";

interface Superior {
  id: number;
  slug: string;
}

/**
 * The office above another that decides in its stead (arts. 35-36): the nearest of those it belongs to, else the nearest
 * supervising office of its region or of one above. Never one of those left out; null when there is none.
 */
export async function findSuperior(tx: Tx, officeId: number, without: (number | null)[]): Promise<Superior | null> {
  const out = sql`array[${sql.join(
    [officeId, ...without].filter((id) => id !== null).map((id) => sql`${id}::bigint`),
    sql`, `,
  )}]`;
  const [found] = await tx.execute<{ id: string; slug: string }>(sql`
    with recursive up as (
      select o.id, o.parent_id, 0 as steps from offices o where o.id = ${officeId}
      union all
      select o.id, o.parent_id, up.steps + 1 from up join offices o on o.id = up.parent_id where up.steps < 20
    ), near as (
      select o.id, up.steps from up join offices o on o.id = up.id
      union all
      select s.id, 1000 - 10 * array_position(r.lineage, s.region_id) from offices o
      join regions r on r.id = o.region_id join offices s on s.supervises and s.region_id = any(r.lineage)
      where o.id = ${officeId}
    )
    select o.id, o.slug from near join offices o on o.id = near.id
    where o.closed_at is null and o.id <> all(${out}) order by near.steps, o.id limit 1`);
  return found ? { id: Number(found.id), slug: found.slug } : null;
}
