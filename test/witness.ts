import { sql } from "drizzle-orm";
import type { Consumer } from "#server/relay/consume.ts";

/** A consumer that writes down every event it was given, in the order in which it was given them. */
export const witness: Consumer = {
  name: "witness",
  take: async (db, events) => {
    for (const { position } of events) await db.execute(sql`insert into witnessed (position) values (${position})`);
  },
};

export const witnessed = sql`create table witnessed (n bigint generated always as identity, position bigint not null)`;
