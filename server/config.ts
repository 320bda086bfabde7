import { resolve } from "node:path";
import { z } from "zod";
import { CannotStart } from "#db/cannot-start.ts";
import { reachableFolder } from "#db/embedded/reachable.ts";

const roleNames = ["web", "relay", "jobs"] as const;

/** Every setting, what it must look like, and the sentence for when it does not. All of them are optional. */
const settings = {
  PORT: [
    z.coerce.number().int().min(1).max(65535),
    "应是 1 到 65535 之间的整数",
    "must be a whole number from 1 to 65535",
  ],
  HOST: [z.string().min(1), "应是要监听的地址", "must be an address to listen on"],
  DATA_DIR: [z.string().min(1), "应是一个目录", "must be a folder"],
  DATABASE_URL: [
    z.url({ protocol: /^postgres(ql)?$/ }),
    "应形如 postgres://用户:密码@主机:端口/数据库",
    "must look like postgres://user:password@host:port/database",
  ],
  PUBLIC_URL: [
    z.url({ protocol: /^https?$/ }).refine((url) => URL.parse(url)?.pathname === "/"),
    "应是不带路径的网址，例如 https://example.org",
    "must be an address without a path, such as https://example.org",
  ],
  SMS_URL: [z.url({ protocol: /^https?$/ }), "应是短信网关的网址", "must be the address of the SMS gateway"],
  SMS_SECRET: [z.string().min(16), "应至少有 16 个字符", "must have at least 16 characters"],
  MAIL_URL: [
    z.url({ protocol: /^smtps?$/ }),
    "应形如 smtps://用户:密码@主机:端口",
    "must look like smtps://user:password@host:port",
  ],
  MAIL_FROM: [
    z.string().regex(/^(?:[^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/),
    "应是发件人，例如 公仆 <notices@example.org>",
    "must be a sender, such as Gongpu <notices@example.org>",
  ],
  LIGHTS_FEED_URL: [
    z.url({ protocol: /^https?$/ }),
    "应是行政监察系统接收灯牌变化的网址",
    "must be the address at which the inspection system takes changes of lights",
  ],
  LIGHTS_FEED_SECRET: [z.string().min(16), "应至少有 16 个字符", "must have at least 16 characters"],
  GONGPU_SECRET: [z.string().min(32), "应至少有 32 个字符", "must have at least 32 characters"],
  LEDGER_KEY: [z.string().regex(/^[\w+/-]{43}=?$/), "应是 32 个字节的 base64", "must be 32 bytes in base64"],
  GONGPU_DEMO: [z.enum(["0", "1"]), "应是 0 或 1", "must be 0 or 1"],
  GONGPU_TEST_CLOCK: [z.enum(["0", "1"]), "应是 0 或 1", "must be 0 or 1"],
  ROLES: [
    z
      .string()
      .transform((list) => list.split(",").map((name) => name.trim()))
      .pipe(z.array(z.enum(roleNames)).min(1)),
    "应是 web、relay、jobs 中的若干项，用逗号分隔",
    "must be some of web, relay and jobs, separated by commas",
  ],
} as const satisfies Record<string, readonly [z.ZodType, string, string]>;

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** None: the embedded database. */
  databaseUrl: string | undefined;
  publicUrl: string;
  /** None: no SMS leaves; in demo mode they are shown at /dev/outbox. */
  sms: { url: string; secret: string } | undefined;
  /** None: nobody can be told by e-mail; in demo mode mails are shown at /dev/outbox, whatever is set here. */
  mail: { url: string; from: string } | undefined;
  /** None: changes of lights are kept and exported, and sent nowhere. */
  lightsFeed: { url: string; secret: string } | undefined;
  /** None: made on the first start and kept in the data folder. Several machines must share one. */
  secret: string | undefined;
  /** What the ledger is signed with. None: made and kept likewise, and shared likewise. */
  ledgerKey: string | undefined;
  demo: boolean;
  testClock: boolean;
  roles: ReadonlySet<(typeof roleNames)[number]>;
}

type Environment = Record<string, string | undefined>;

/** Reads the environment once, at start, and refuses what would only fail later. */
export function readConfig(env: Environment): Config {
  const port = setting(env, "PORT") ?? 3000;
  const databaseUrl = setting(env, "DATABASE_URL");
  const demoWish = setting(env, "GONGPU_DEMO");
  // Sign-in by one click must never open somebody's real database by default.
  const demo = databaseUrl ? demoWish === "1" : demoWish !== "0";
  const dataDir = setting(env, "DATA_DIR");
  return {
    port,
    host: setting(env, "HOST") ?? (demo ? "127.0.0.1" : "0.0.0.0"),
    dataDir: dataDir || databaseUrl ? resolve(dataDir ?? ".data") : reachableFolder(resolve(".data")),
    databaseUrl,
    publicUrl: (setting(env, "PUBLIC_URL") ?? `http://localhost:${port}`).replace(/\/$/, ""),
    sms: pairOf(env, "SMS_URL", "SMS_SECRET"),
    mail: mailOf(env),
    lightsFeed: pairOf(env, "LIGHTS_FEED_URL", "LIGHTS_FEED_SECRET"),
    secret: setting(env, "GONGPU_SECRET"),
    ledgerKey: setting(env, "LEDGER_KEY"),
    demo,
    testClock: testClockOf(env, demo),
    roles: new Set(setting(env, "ROLES") ?? roleNames),
  };
}

function setting<Name extends keyof typeof settings>(env: Environment, name: Name) {
  const [schema, chinese, english] = settings[name];
  if (!env[name]) return undefined;
  const read = schema.safeParse(env[name]);
  if (!read.success) throw new CannotStart(`${name} ${chinese}。`, `${name} ${english}.`);
  return read.data as z.output<(typeof settings)[Name][0]>;
}

interface Secrets {
  secret: string;
  /** Not for who signs nothing. */
  ledgerKey?: string;
}

/** Next has its own copy of our modules: what it must know of the decisions taken here it reads from the environment. */
export function tellPages(config: Config, { secret, ledgerKey }: Secrets): void {
  Object.assign(process.env, {
    GONGPU_DEMO: config.demo ? "1" : "0",
    GONGPU_TEST_CLOCK: config.testClock ? "1" : "0",
    PUBLIC_URL: config.publicUrl,
    GONGPU_SECRET: secret,
    ...(ledgerKey && { LEDGER_KEY: ledgerKey }),
    NEXTAUTH_URL: config.publicUrl,
    NEXTAUTH_SECRET: secret,
  });
}

/** An address and the secret that signs what goes there. */
function pairOf<Address extends "SMS_URL" | "LIGHTS_FEED_URL", Secret extends "SMS_SECRET" | "LIGHTS_FEED_SECRET">(
  env: Environment,
  address: Address,
  signing: Secret,
): { url: string; secret: string } | undefined {
  const both = bothOf(env, address, signing);
  return both && { url: both[0], secret: both[1] };
}

/** A mail server and who its mails are from. */
function mailOf(env: Environment): Config["mail"] {
  const both = bothOf(env, "MAIL_URL", "MAIL_FROM");
  return both && { url: both[0], from: both[1] };
}

type Text = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name][0]> extends string ? Name : never };

/** Two settings that mean nothing alone: one without the other is a mistake. */
function bothOf(env: Environment, one: Text[keyof Text], other: Text[keyof Text]): [string, string] | undefined {
  const [first, second] = [setting(env, one), setting(env, other)];
  if (first && second) return [first, second];
  if (!first && !second) return undefined;
  throw new CannotStart(`${one} 和 ${other} 须同时设置。`, `${one} and ${other} must be set together.`);
}

function testClockOf(env: Environment, demo: boolean): boolean {
  const wanted = setting(env, "GONGPU_TEST_CLOCK") === "1";
  if (!wanted || demo) return wanted;
  throw new CannotStart("GONGPU_TEST_CLOCK 只能在演示模式下使用。", "GONGPU_TEST_CLOCK may be used in demo mode only.");
}
