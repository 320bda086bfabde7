import { answeringDevices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Letter } from "#domain/letters/letter.ts";
import type { Device } from "./device.ts";

/** From where an answer was sent is kept as long as its letter may be rated: no rating is taken from there. */
export async function keepAnsweringDevice(tx: Tx, letter: Letter, device: Device, now: Now): Promise<void> {
  await tx.insert(answeringDevices).values({ letterId: letter.id, round: letter.round, ...device, at: now.at });
}
