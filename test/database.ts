import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "#db/embedded/open.ts";
import { throwaway } from "#db/embedded/settings.ts";
import { migrate } from "#db/migrate.ts";
import { makeTestFolder, removeTestFolder } from "./folders.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Migrated and empty; stays so, because tests roll back. */
    databaseUrl: string;
  }
}

/** One PostgreSQL a run, in a folder of its own, so that any number of runs can go on side by side. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeTestFolder();
  const server = await openEmbedded(folder, throwaway);
  await migrate(server.url);
  // Nobody stays connected to the migrated one: PostgreSQL copies only a database that is at rest.
  const sql = postgres(server.url.replace(/gongpu$/, "postgres"), { max: 1 });
  await sql`create database rollback template gongpu`;
  await sql.end();
  project.provide("databaseUrl", server.url.replace(/gongpu$/, "rollback"));
  return async () => {
    await server.stop();
    removeTestFolder(folder);
  };
}
