import { cache } from "react";
import type { Query } from "#app/_square/query.ts";

/** One read for a page and for its title: kept by what was asked, because Next hands each of the two objects of its own. */
export function once<T>(read: (id: string, query: Query) => Promise<T>): (id: string, query: Query) => Promise<T> {
  const kept = cache((id: string, query: string) => read(id, JSON.parse(query)));
  return (id, query) => kept(id, JSON.stringify(query));
}
