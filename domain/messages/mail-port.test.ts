import { afterEach, describe, expect, test, vi } from "vitest";
import { messages } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { startSmtpSink } from "#test/smtp-sink.ts";
import { deliverMessages } from "./deliver.ts";
import { smtpPort } from "./mail-port.ts";
import { mailPort } from "./port.ts";
import { queueMessage } from "./queue.ts";

const now = on("2026-09-18");
const mail = {
  to: "reader@example.org",
  subject: "【公仆】您的信件已答复",
  text: "已更换老旧管段。",
  html: "<p>已更换老旧管段。</p>",
  unsubscribe: "https://gongpu.example/api/unsubscribe/1-own-abc",
};
const from = "公仆 <notices@gongpu.example>";

afterEach(() => vi.unstubAllEnvs());

const decoded = (received: string) =>
  [...received.matchAll(/^[A-Za-z0-9+/=\n]{16,}$/gm)]
    .map(([part]) => Buffer.from(part, "base64").toString())
    .join("\n");

describe("a mail", () => {
  test("reaches its server with both parts, one name for all tries, and a way out by one click", async () => {
    const { url, received } = await startSmtpSink();
    await smtpPort(url, from)(7, mail);
    const [got] = received;
    expect(got).toMatch(/^Message-ID: <notice-7@gongpu\.example>$/m);
    expect(got).toMatch(/^To: reader@example\.org$/m);
    expect(got).toMatch(/^List-Unsubscribe: <https:\/\/gongpu\.example\/api\/unsubscribe\/1-own-abc>$/m);
    expect(got).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(got).toMatch(/text\/plain/);
    expect(got).toMatch(/text\/html/);
    expect(decoded(got!)).toContain("<p>已更换老旧管段。</p>");
  });

  test("that somebody asked for has no way out to offer", async () => {
    const { url, received } = await startSmtpSink();
    await smtpPort(url, from)(8, { ...mail, unsubscribe: null });
    expect(received[0]).not.toMatch(/List-Unsubscribe/);
  });

  test(
    "that its server refuses waits for the next try, with the reason",
    inRollback(async (db) => {
      vi.stubEnv("GONGPU_SECRET", "one secret of a test");
      const { url } = await startSmtpSink({ refuses: true });
      await transact(db, (tx) => queueMessage(tx, "address", { channel: "email", ...mail }, now));
      expect(await deliverMessages(db, now, { email: smtpPort(url, from) })).toBe(0);
      const [row] = await db.select().from(messages);
      expect(row).toMatchObject({ state: "waiting", tries: 1, problem: expect.stringContaining("550") });
    }),
  );

  test("never leaves a demonstration, whatever is configured; without a server there is none", async () => {
    const { url, received } = await startSmtpSink();
    vi.stubEnv("MAIL_URL", url);
    vi.stubEnv("MAIL_FROM", from);
    vi.stubEnv("GONGPU_DEMO", "1");
    await mailPort()!(9, { channel: "email", ...mail });
    expect(received).toEqual([]);
    vi.stubEnv("GONGPU_DEMO", "0");
    await mailPort()!(9, { channel: "email", ...mail });
    expect(received).toHaveLength(1);
    vi.stubEnv("MAIL_URL", "");
    expect(mailPort()).toBeNull();
  });
});
