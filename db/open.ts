import postgres from "postgres";
import { CannotStart } from "./cannot-start.ts";
import { type Embedded, openEmbedded } from "./embedded/open.ts";

/** Yours when there is an address, else one of our own below `dataDir`. */
export async function openDatabase(address: string | undefined, dataDir: string): Promise<Embedded> {
  if (!address) return openEmbedded(dataDir);
  await checkDatabase(address);
  return { url: address, stop: async () => {} };
}

const oldest = 15;

/** Tries an address before anything slow depends on it. What is wrong is said without the password. */
export async function checkDatabase(address: string): Promise<void> {
  const { host, pathname, username } = new URL(address);
  const name = decodeURIComponent(pathname.slice(1));
  const sql = postgres(address, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [server] = await sql`select current_setting('server_version_num')::int / 10000 as version`;
    if (server?.version >= oldest) return;
    throw new CannotStart(
      `${host} 上的 PostgreSQL 是 ${server?.version} 版，需要 ${oldest} 或更新的版本。`,
      `The PostgreSQL at ${host} is version ${server?.version}: ${oldest} or newer is needed.`,
    );
  } catch (error) {
    throw error instanceof CannotStart ? error : explained(error as { code?: string }, { host, name, username });
  } finally {
    await sql.end({ timeout: 0 });
  }
}

function explained(error: { code?: string }, { host, name, username }: Record<"host" | "name" | "username", string>) {
  if (error.code === "28P01" || error.code === "28000") {
    return new CannotStart(
      `${host} 的数据库不接受用户 ${username} 的密码，请检查 DATABASE_URL。`,
      `The database at ${host} does not accept the password of ${username}: check DATABASE_URL.`,
    );
  }
  if (error.code === "3D000") {
    return new CannotStart(
      `${host} 上没有名为 ${name} 的数据库，请先创建，或修改 DATABASE_URL。`,
      `There is no database named ${name} at ${host}: create it or change DATABASE_URL.`,
    );
  }
  const why = error.code ?? String(error);
  return new CannotStart(
    `连不上 DATABASE_URL 指向的数据库 ${host}(${why})，请检查地址，并确认它正在运行。`,
    `The database at ${host} that DATABASE_URL names cannot be reached (${why}): check the address and that it is running.`,
  );
}
