import type postgres from "postgres";

/**
 * Has every query prepared, not only those that were written so: for a program that asks the same few a million times
 * over one connection, and would have each of them planned anew. A platform that serves everybody does not want this: its
 * lists of ids would leave a plan behind for every length.
 */
export function prepareEvery<T extends postgres.Sql | postgres.TransactionSql>(sql: T): T {
  return new Proxy(sql, {
    get(target, name) {
      if (name === "unsafe") return unsafe(target);
      if (name === "begin") return begin(target as postgres.Sql);
      return Reflect.get(target, name, target);
    },
  });
}

const unsafe =
  (sql: postgres.Sql | postgres.TransactionSql): postgres.Sql["unsafe"] =>
  (query, parameters, options) =>
    sql.unsafe(query, parameters, { ...options, prepare: true });

const begin = (sql: postgres.Sql) => (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
  sql.begin((tx) => work(prepareEvery(tx)));
