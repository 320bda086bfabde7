import type { z } from "zod";
import { answerWrite, refuseForNow, type Write } from "#app/_edge/answer-write.ts";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { db } from "#db/client.ts";
import { isAway } from "#db/is-away.ts";
import { Refusal } from "#domain/refusal.ts";

/** A route handler for a hot public write: no page is rendered for it. The domain function is named, not called. */
export function write<Schema extends z.ZodType, Done extends object>(
  what: Write<Schema, Done>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const [actor, at] = [await signedIn(), await addresses()];
      return await answerWrite(request, what, { db, actor, now: await now(), at, words: wordsOfRefusal });
    } catch (error) {
      if (!isAway(error)) throw error;
      return refuseForNow(request, await wordsOfRefusal(new Refusal("unavailable")));
    }
  };
}
