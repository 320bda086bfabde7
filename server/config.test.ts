import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { keptSecret } from "./secret.ts";

const own = { DATA_DIR: "/tmp/anywhere" };
const theirs = { DATABASE_URL: "postgres://gongpu:secret@db.example.org/gongpu" };

describe("demo mode", () => {
  test("is on with the embedded database, and then only this machine is answered", () => {
    expect(readConfig(own)).toMatchObject({ demo: true, host: "127.0.0.1", port: 3000, databaseUrl: undefined });
  });

  test("can be switched off", () => {
    expect(readConfig({ ...own, GONGPU_DEMO: "0" })).toMatchObject({ demo: false, host: "0.0.0.0" });
  });

  test("never starts by itself on a database that has an address", () => {
    expect(readConfig(theirs)).toMatchObject({ demo: false, host: "0.0.0.0" });
    expect(readConfig({ ...theirs, GONGPU_DEMO: "0" }).demo).toBe(false);
  });

  test("starts there when asked for, and still answers only this machine", () => {
    expect(readConfig({ ...theirs, GONGPU_DEMO: "1" })).toMatchObject({ demo: true, host: "127.0.0.1" });
  });

  test("answers others when HOST says so", () => {
    expect(readConfig({ ...own, HOST: "0.0.0.0" })).toMatchObject({ demo: true, host: "0.0.0.0" });
  });

  test("is the only place for the journeys' clock", () => {
    expect(readConfig({ ...own, GONGPU_TEST_CLOCK: "1" }).testClock).toBe(true);
    expect(() => readConfig({ ...theirs, GONGPU_TEST_CLOCK: "1" })).toThrow("GONGPU_TEST_CLOCK");
  });
});

describe("settings", () => {
  test("have defaults", () => {
    expect(readConfig({ ...own, PORT: "4100" })).toMatchObject({ publicUrl: "http://localhost:4100", sms: undefined });
    expect([...readConfig(own).roles]).toEqual(["web", "relay", "jobs"]);
  });

  test("left empty count as not set", () => {
    expect(readConfig({ ...own, PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  test("name a mail server and who writes", () => {
    for (const from of ["notices@example.org", "公仆 <notices@example.org>"]) {
      const mail = { url: "smtps://me:secret@mail.example.org:465", from };
      expect(readConfig({ ...own, MAIL_URL: mail.url, MAIL_FROM: from }).mail).toEqual(mail);
    }
  });

  test("take a part of the roles", () => {
    expect([...readConfig({ ...own, ROLES: "relay, jobs" }).roles]).toEqual(["relay", "jobs"]);
  });

  test.each([
    ["PORT", { PORT: "three" }],
    ["LIGHTS_FEED_URL", { LIGHTS_FEED_URL: "inspection.example.org" }],
    ["LIGHTS_FEED_SECRET", { LIGHTS_FEED_URL: "https://inspection.example.org/lights", LIGHTS_FEED_SECRET: "short" }],
    ["LIGHTS_FEED_SECRET", { LIGHTS_FEED_URL: "https://inspection.example.org/lights" }],
    ["PORT", { PORT: "0" }],
    ["PORT", { PORT: "70000" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://root@localhost/x" }],
    ["DATABASE_URL", { DATABASE_URL: "localhost" }],
    ["PUBLIC_URL", { PUBLIC_URL: "https://example.org/gongpu" }],
    ["PUBLIC_URL", { PUBLIC_URL: "example.org" }],
    ["GONGPU_DEMO", { GONGPU_DEMO: "yes" }],
    ["GONGPU_SECRET", { GONGPU_SECRET: "short" }],
    ["LEDGER_KEY", { LEDGER_KEY: "x".repeat(42) }],
    ["ROLES", { ROLES: "web,cook" }],
    ["SMS_SECRET", { SMS_URL: "https://sms.example.org" }],
    ["MAIL_URL", { MAIL_URL: "mail.example.org", MAIL_FROM: "notices@example.org" }],
    ["MAIL_FROM", { MAIL_URL: "smtps://mail.example.org", MAIL_FROM: "nobody" }],
    ["MAIL_FROM", { MAIL_URL: "smtps://mail.example.org" }],
    ["SMS_SECRET", { SMS_URL: "https://sms.example.org", SMS_SECRET: "short" }],
  ])("that are wrong are refused by name in both languages: %s, %j", (name, wrong) => {
    expect(() => readConfig({ ...own, ...wrong })).toThrow(new RegExp(`${name}.*。\\n.*${name}.*\\.$`));
  });
});

test.each(["secret", "ledger-key"] as const)("the %s is made once, kept, and nobody else's to read", (name) => {
  const folder = mkdtempSync(join(tmpdir(), "gongpu-secret-"));
  try {
    const secret = keptSecret(folder, name);
    expect(secret).toHaveLength(43);
    expect(keptSecret(folder, name)).toBe(secret);
    expect(readConfig({ ...own, LEDGER_KEY: secret }).ledgerKey).toBe(secret);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
