import { checkDatabase } from "#db/open.ts";
import { readConfig } from "#server/config.ts";
import { giveUp } from "#server/endings.ts";

/** Before the first build, which is slow: settings and an address that cannot work are known in a second. */
try {
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl) await checkDatabase(databaseUrl);
} catch (error) {
  await giveUp(error);
}
