import { CannotStart } from "#db/cannot-start.ts";
import { connect } from "#db/client.ts";
import { addressOfRunning } from "#db/embedded/open.ts";
import { makeAdministratorLink } from "#domain/administration/first-administrator.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { readConfig, tellPages } from "./config.ts";
import { giveUp } from "./endings.ts";
import { say } from "./say.ts";
import { keptSecret } from "./secret.ts";

/** `npm run admin`: a new administrator's link from whoever may start programs here, while the platform runs on. */
async function printLink(): Promise<void> {
  const config = readConfig(process.env);
  tellPages(config, config.secret ?? keptSecret(config.dataDir));
  const address = config.databaseUrl ?? addressOfRunning(config.dataDir);
  if (!address) throw new CannotStart("公仆没有在运行，请先运行 npm start。", "Gongpu is not running: npm start first.");
  const { db, close } = connect(address, 1);
  const link = await makeAdministratorLink(db, config.publicUrl, await readNow(db));
  await close();
  say("请在三十分钟内打开此链接，设立一位管理员：", `A new administrator opens this within 30 minutes:\n${link}`);
}

printLink().catch(giveUp);
