import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { listDeskLetters } from "#domain/letters/list-desk-letters.ts";
import { hintsOf, mayBeWatched } from "#server/realtime/hints.ts";
import { type Asking, apart, desk, type Read, refusedOr, square } from "./firewall/reads.ts";
import {
  accuse,
  makeOutsiders,
  makeTriageOf,
  makeWorld,
  numbersOf,
  secret,
  settle,
  type World,
} from "./firewall/world.ts";
import { inRollback } from "./in-rollback.ts";
import { on } from "./on.ts";

const now = on("2026-11-20");

/** What reads is called so, and asks a database. */
const reading =
  /export (?:async )?function ((?:read|list|find|lookUp|search|count|suggest|open|foretell|expected)\w*)\(\s*(?:db|tx): (?:Db|Tx)\b/g;

const exported = globSync("domain/**/*.ts")
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(reading)].map(([, name]) => `${file.replace("domain/", "")} ${name}`),
  );

const known = [square, desk, apart].flatMap(Object.keys);

const insider = "operator who keeps the mailbox";
const answering = ["listDeskLetters", "openLetter", "readContact", "readLetterFor"].map(
  (name) => known.find((one) => one.endsWith(` ${name}`))!,
);

/** Maps and dates too, so that nothing hides in what JSON leaves out. */
const written = (answer: unknown) =>
  JSON.stringify(answer, (_, value) => (value instanceof Map ? [...value] : value instanceof Set ? [...value] : value));

class Undo extends Error {}

type Answers = Map<string, string>;

/** Asks every read, as everybody where it depends on who asks; each in a savepoint, because opening a letter leaves a trace. */
async function askAll(db: Db, actors: Record<string, Actor>, of: Omit<Asking, "db" | "actor">): Promise<Answers> {
  const answers: Answers = new Map();
  const ask = async (name: string, read: Read, actor: Actor) => {
    const undone = db.transaction(async (tx) => {
      answers.set(name, written(await refusedOr(read)({ ...of, db: tx as unknown as Db, actor })) ?? "");
      throw new Undo();
    });
    await undone.catch((error) => {
      if (!(error instanceof Undo)) throw new Error(name, { cause: error });
    });
  };
  for (const [name, read] of Object.entries(square)) await ask(name, read, nobody);
  for (const [who, actor] of Object.entries(actors)) {
    for (const [name, read] of Object.entries(desk)) await ask(`${name} as ${who}`, read, actor);
  }
  return answers;
}

/** What everybody is told with the accusations in the world, and what without them. */
async function compare(db: Db, world: World, actors: Record<string, Actor>, whom: "everybody" | "triage") {
  const told = { with: new Map() as Answers, hints: [] as string[], numbers: [] as string[], ids: [] as number[] };
  await settle(db);
  await db
    .transaction(async (inner) => {
      const tx = inner as unknown as Db;
      told.ids = await accuse(tx, world, whom);
      told.numbers = await numbersOf(tx, told.ids);
      const about = told.ids.map((id) => `letter:${id}`);
      const events = (await settle(tx)).filter(({ subject }) => about.includes(subject));
      told.hints = [...hintsOf(events).keys()];
      told.with = await askAll(tx, actors, { now, world, ...told });
      const handled = await listDeskLetters(tx, world.operator, { state: "all", kind: "accusation" }, now);
      expect(handled.total, "whoever handles them sees them").toBe(told.ids.length);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  await settle(db);
  const without = await askAll(db, actors, { now, world, ...told });
  const changed = [...without].filter(([asked, answer]) => told.with.get(asked) !== answer).map(([asked]) => asked);
  const named = [...told.with]
    .filter(([, answer]) => [secret, ...told.numbers].some((word) => answer.includes(word)))
    .map(([asked]) => asked);
  return { changed, named, hints: told.hints };
}

describe("the firewall around accusations (《信访工作条例》 arts. 30, 46)", () => {
  test("every read of the domain is known to it", () => {
    expect(exported.length).toBeGreaterThan(100);
    expect(exported.filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !exported.includes(name))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  test(
    "for the accused, and for everybody without work on them, the world with accusations is the world without them",
    inRollback(async (db) => {
      const world = await makeWorld(db);
      const outsiders = await makeOutsiders(db, world);
      const asking = { ...outsiders, [insider]: world.operator };
      const { changed, named, hints } = await compare(db, world, asking, "everybody");
      const inside = (asked: string) => asked.endsWith(` as ${insider}`);
      expect(named.filter((asked) => !inside(asked))).toEqual([]);
      expect(changed.filter((asked) => !inside(asked))).toEqual([]);
      // It would be noticed if a read told of them: whoever handles them is answered otherwise.
      for (const name of answering) expect(named).toContain(`${name} as ${insider}`);
      // The letter that turned out to be one was known by its number until then; nothing of an accusation can be watched.
      expect(hints.filter(mayBeWatched)).toEqual([]);
      const people = Object.values(outsiders).flatMap((actor) => (actor.kind === "person" ? `person:${actor.id}` : []));
      expect(hints.filter((topic) => people.includes(topic))).toEqual([]);
    }),
    240_000,
  );

  test(
    "triage is told nothing of what accuses triage itself",
    inRollback(async (db) => {
      const world = await makeWorld(db);
      const { changed, named } = await compare(db, world, { triage: await makeTriageOf(db, world) }, "triage");
      expect(named).toEqual([]);
      expect(changed).toEqual([]);
    }),
    120_000,
  );
});
