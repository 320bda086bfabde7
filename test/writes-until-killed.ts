import { setTimeout as pause } from "node:timers/promises";
import { connect } from "#db/client.ts";
import { readPerson } from "#domain/access/actor.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { countComments } from "#domain/comments/count.ts";
import { writeComment } from "#domain/comments/write.ts";
import { setBridge } from "#domain/events/bridge.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { consumers } from "#server/consumers.ts";
import { sealing } from "#server/ledger.ts";
import { startRelay } from "#server/relay/start-relay.ts";
import { signer } from "./sealed.ts";
import { witness } from "./witness.ts";

/**
 * A process that comments, writes letters, counts and relays until somebody kills it. Every line it prints is a promise:
 * this was said to be written.
 */
const [url, postId, ...people] = process.argv.slice(2) as [string, string, ...string[]];
const { db } = connect(url, 12);
// At the common pace, so that it is killed while it seals as well.
const ledger = { ...sealing(signer), pace: undefined };
const relay = await startRelay(db, { tails: [], consumers: [...consumers, witness, ledger], stamps: true });
setBridge({ poke: relay.poke, purge() {}, shows() {} });

async function comment(personId: number): Promise<never> {
  for (;;) {
    const now = await readNow(db);
    const input = { postId: Number(postId), body: `没水 ${Math.random()}` };
    const { id } = await writeComment(db, (await readPerson(db, personId))!, input, now);
    process.stdout.write(`comment:${id}\n`);
  }
}

async function write(personId: number): Promise<never> {
  for (;;) {
    const now = await readNow(db);
    const input = {
      kind: "complaint",
      visibility: "handlers",
      title: "水",
      body: `没水 ${Math.random()}`,
      via: "letter",
    } as const;
    const { letter } = await sendLetter(db, (await readPerson(db, personId))!, input, now);
    process.stdout.write(`letter:${letter.id}\n`);
  }
}

async function count(): Promise<never> {
  for (;;) {
    await countComments(db);
    await pause(50);
  }
}

await Promise.all([count(), ...people.map(Number).map((id, n) => (n % 3 === 0 ? write(id) : comment(id)))]);
