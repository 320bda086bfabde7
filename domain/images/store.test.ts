import { crc32, deflateSync } from "node:zlib";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { images } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { hidePost } from "#domain/moderation/moderate.ts";
import { discardPost, draftPost, editDraft } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { forgetUnusedImages, readImage } from "./read.ts";
import { storeImage } from "./store.ts";

const now = on("2026-09-18");
const asNobody = async () => nobody;

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#0f4c75" } });

const withPlace = () =>
  plain(40, 20)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: "somebody" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "23/1 44/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "114/1 42/1 0/1" },
    })
    .toBuffer();

/** A PNG of a few hundred bytes that says it is enormous. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(100_000));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

describe("an uploaded picture", () => {
  test(
    "is drawn anew, upright, without place or maker",
    inRollback(async (db) => {
      const file = await withPlace();
      expect((await sharp(file).metadata()).exif?.toString("latin1")).toContain("somebody");
      const { token, width, height } = await storeImage(db, await makeCitizen(db), { bytes: file, alt: "路面" }, now);
      expect([width, height]).toEqual([20, 40]);
      const [row] = await db.select().from(images).where(eq(images.token, token));
      const kept = await sharp(row!.bytes).metadata();
      expect(kept).toMatchObject({ format: "webp", width: 20, height: 40 });
      expect([kept.exif, kept.xmp, kept.iptc, kept.icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(row!.bytes.toString("latin1")).not.toContain("somebody");
    }),
  );

  test(
    "is made smaller when it is large, and one frame is kept of a moving one",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      const large = await plain(3200, 800).png().toBuffer();
      expect(await storeImage(db, citizen, { bytes: large }, now)).toMatchObject({ width: 1600, height: 400 });
      const frames = await Promise.all(
        ["#f00", "#0f0"].map((background) =>
          sharp({ create: { width: 8, height: 8, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      );
      const moving = await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer();
      expect(await storeImage(db, citizen, { bytes: moving }, now)).toMatchObject({ width: 8, height: 8 });
    }),
  );

  test.each([
    ["images.empty", async () => Buffer.alloc(0)],
    ["images.notAnImage", async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["images.notAnImage", async () => Buffer.from("<script>alert(1)</script>")],
    ["images.notAnImage", () => plain(4, 4).tiff().toBuffer()],
    ["images.unreadable", async () => (await plain(400, 400).jpeg().toBuffer()).subarray(0, 300)],
    ["images.tooLarge", async () => Buffer.alloc(10 * 1024 * 1024 + 1)],
    ["images.tooManyPixels", async () => bomb(30_000, 30_000)],
  ])("%s", (key, file) =>
    inRollback(async (db) => {
      const bytes = await file();
      await expect(storeImage(db, await makeCitizen(db), { bytes }, now)).rejects.toMatchObject({ key });
      expect(await db.select().from(images)).toEqual([]);
    })(),
  );

  test(
    "is refused without a sign-in, and after sixty in an hour",
    inRollback(async (db) => {
      const bytes = await plain(2, 2).png().toBuffer();
      await expect(storeImage(db, nobody, { bytes }, now)).rejects.toMatchObject({ key: "signInFirst" });
      const citizen = await makeCitizen(db);
      for (let i = 0; i < 60; i += 1) await storeImage(db, citizen, { bytes }, now);
      await expect(storeImage(db, citizen, { bytes }, now)).rejects.toMatchObject({ key: "images.tooManyAnHour" });
    }),
  );
});

describe("a picture on a post", () => {
  test(
    "is seen with it and goes with it",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const stream = { officeId: operator.grants[0]!.officeId! };
      const bytes = await plain(8, 4).png().toBuffer();
      const [a, b] = [await storeImage(db, operator, { bytes }, now), await storeImage(db, operator, { bytes }, now)];
      const words = { kind: "announcement" as const, body: "看图。", prompts: [] };
      const draft = await draftPost(db, operator, { ...words, stream, images: [a.token, b.token] }, now);
      expect(await readImage(db, a.token, asNobody)).toMatchObject({ postId: null });
      await editDraft(db, operator, { ...words, postId: draft.id, images: [b.token] }, now);
      await publishPost(db, operator, { postId: draft.id }, now);
      expect((await readPost(db, draft.id, now))?.post?.images).toEqual([{ ...b, alt: "" }]);
      expect(await readImage(db, b.token, asNobody)).toMatchObject({ mime: "image/webp", postId: draft.id });
      const moderator = await makePerson(db, [{ role: "moderator", regionId: operator.grants[0]!.regionId }]);
      await hidePost(db, moderator, { postId: draft.id, code: "privacy" }, now);
      expect(await readImage(db, b.token, asNobody)).toBeNull();
    }),
  );

  test(
    "says in words what it shows, and keeps them until they are changed",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const stream = { officeId: operator.grants[0]!.officeId! };
      const bytes = await plain(8, 4).png().toBuffer();
      const [mine, strange] = [
        await storeImage(db, operator, { bytes, alt: "水厂" }, now),
        await storeImage(db, await makeCitizen(db), { bytes, alt: "别人的" }, now),
      ];
      const words = { kind: "announcement" as const, body: "看图。", prompts: [], images: [mine.token] };
      const altsAfter = async (alts?: Record<string, string>) => {
        await editDraft(db, operator, { ...words, postId: draft.id, alts }, now);
        return (await db.select({ alt: images.alt }).from(images).orderBy(images.id)).map(({ alt }) => alt);
      };
      const draft = await draftPost(db, operator, { ...words, stream }, now);
      expect(await altsAfter()).toEqual(["水厂", "别人的"]);
      expect(await altsAfter({ [mine.token]: " 新水厂\n", [strange.token]: "改了" })).toEqual(["新水厂", "别人的"]);
      await expect(altsAfter({ [mine.token]: "长".repeat(201) })).rejects.toMatchObject({ key: "images.altTooLong" });
    }),
  );

  test(
    "must be one's own, and one that is there",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const stream = { officeId: operator.grants[0]!.officeId! };
      const { token } = await storeImage(db, await makeCitizen(db), { bytes: await plain(8, 4).png().toBuffer() }, now);
      for (const images of [[token], ["gone"]]) {
        await expect(
          draftPost(db, operator, { kind: "announcement", body: "看图。", prompts: [], stream, images }, now),
        ).rejects.toMatchObject({ key: "images.missing" });
      }
      expect(await readImage(db, "no-such-token-at-all-00", asNobody)).toBeNull();
    }),
  );

  test(
    "that was never used is forgotten after a week",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const { token } = await storeImage(db, operator, { bytes: await plain(8, 4).png().toBuffer() }, now);
      expect(await forgetUnusedImages(db, on("2026-09-25"))).toBe(0);
      expect(await forgetUnusedImages(db, on("2026-09-26"))).toBe(1);
      expect(await readImage(db, token, asNobody)).toBeNull();
      const draft = await makePost(db, { by: operator, officeId: operator.grants[0]!.officeId!, state: "draft" });
      await discardPost(db, operator, { postId: draft.id }, now);
    }),
  );
});
