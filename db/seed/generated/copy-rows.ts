import { once } from "node:events";
import type postgres from "postgres";

export type Cell = string | number | boolean | Date | null;

/**
 * Rows by COPY. The table's plain indexes are taken away for the time and built once at the end, which is several times as
 * fast as growing them row by row; what must be unique stays watched. Says how many there were.
 */
export async function copyRows(
  sql: postgres.Sql,
  table: string,
  columns: readonly string[],
  rows: () => Iterable<readonly Cell[]>,
): Promise<number> {
  const indexes = await sql<{ name: string; made: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as made
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass and not i.indisunique and not i.indisprimary`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  const count = await stream(sql, table, columns, rows());
  for (const { made } of indexes) await sql.unsafe(made);
  if (columns.includes("id"))
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql(table)}))`;
  await sql`analyze ${sql(table)}`;
  return count;
}

const chunk = 64 * 1024;

async function stream(
  sql: postgres.Sql,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  const into = await sql`copy ${sql(table)} (${sql([...columns])}) from stdin`.writable();
  const finished = once(into, "finish");
  let count = 0;
  let waiting = "";
  for (const row of rows) {
    waiting += `${row.map(cell).join("\t")}\n`;
    count += 1;
    if (waiting.length < chunk) continue;
    if (!into.write(waiting)) await once(into, "drain");
    waiting = "";
  }
  into.end(waiting);
  await finished;
  return count;
}

/** COPY's text format: a backslash before what would end a cell or a row. */
function cell(value: Cell): string {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString();
  return String(value).replace(/[\\\t\n\r]/g, (mark) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n" })[mark] ?? "\\r");
}
