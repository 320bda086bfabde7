import { connect } from "#db/client.ts";
import { addressOfRunning } from "#db/embedded/open.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { makeAdministratorLink } from "#domain/administration/first-administrator.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { readConfig, tellPages } from "#server/config.ts";
import { atEnd, giveUp } from "#server/endings.ts";
import { say } from "#server/say.ts";
import { keptSecret } from "#server/secret.ts";

/** For whoever stands beside the machine when no administrator can sign in any more. Works while the platform runs. */
async function printLink(): Promise<void> {
  const config = readConfig(process.env);
  tellPages(config, { secret: config.secret ?? keptSecret(config.dataDir) });
  const { url, stop } = await openDatabase(config.databaseUrl ?? addressOfRunning(config.dataDir), config.dataDir);
  atEnd(stop);
  await migrate(url);
  const { db, close } = connect(url, 1);
  atEnd(close);
  const link = await makeAdministratorLink(db, config.publicUrl, await readNow(db));
  say("三十分钟内可使用一次：", `Good for thirty minutes, once:\n${link}`);
  await close();
  await stop();
}

printLink().catch(giveUp);
