import postgres from "postgres";

/** What P4 is held against: rows into one table, one a transaction, by as many connections as the pages have. */
const [url, seconds] = process.argv.slice(2) as [string, string];
const sql = postgres(url, { max: 10, onnotice: () => {} });
await sql`create table if not exists bench_rows (
  id bigint primary key generated always as identity, post_id bigint not null, author_id bigint not null,
  body text not null, created_at timestamptz not null
)`;
let inserted = 0;
const end = performance.now() + Number(seconds) * 1000;
const loop = async (author: number) => {
  for (; performance.now() < end; inserted += 1) {
    await sql`insert into bench_rows (post_id, author_id, body, created_at)
      values (1, ${author}, ${`四楼以上早晚高峰没有水，${inserted}`}, now())`;
  }
};
await Promise.all(Array.from({ length: 10 }, (_, n) => loop(n)));
await sql.end();
process.stdout.write(String(inserted / Number(seconds)));
