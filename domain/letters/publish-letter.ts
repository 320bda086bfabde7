import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { confirmedText, sealedText } from "./confirmed-text.ts";
import { hideFormerText, hideWords, showWords } from "./hidden-words.ts";
import type { hideInput, publishInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

type Confirming = z.output<typeof publishInput>;

/** Makes a letter public, or public again, with the text a person has confirmed. Never against the writer's choice. */
export async function publishLetter(db: Db, actor: Actor, input: Confirming, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "publish", now, async (tx, before) => {
    if (before.kind === "accusation" || before.visibility === "handlers") throw new Refusal("letters.keptPrivate");
    if (before.publishedAt && !before.hiddenAt) throw new Refusal("letters.publicAlready");
    if (before.hiddenAt) await showWords(tx, before.id, before.hiddenAt);
    await hideFormerText(tx, before.id, now.at);
    const confirmed = await confirmedText(tx, before, input);
    return {
      words: sealedText(confirmed),
      change: {
        ...confirmed,
        publishedAt: before.publishedAt ?? now.at,
        hiddenAt: null,
        hiddenCode: null,
      },
    };
  });
  return letter;
}

/** Replaces the public title and text, because more had to be hidden than was seen at first. The original stays. */
export async function redactLetter(db: Db, actor: Actor, input: Confirming, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "redact", now, async (tx, before) => {
    if (!before.publishedAt) throw new Refusal("letters.notPublic");
    await hideFormerText(tx, before.id, now.at);
    const confirmed = await confirmedText(tx, before, input);
    return { words: sealedText(confirmed), change: confirmed };
  });
  return letter;
}

/** Takes a letter off the web at once, and leaves a stone with the reason and the office in the public log. */
export async function hideLetter(db: Db, actor: Actor, input: z.output<typeof hideInput>, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "hide", now, async (tx, before) => {
    if (!before.publishedAt || before.hiddenAt) throw new Refusal("letters.notPublic");
    await hideWords(tx, before.id, now.at);
    return {
      words: input.words,
      counts: { code: input.code, number: before.number },
      change: { hiddenAt: now.at, hiddenCode: input.code },
    };
  });
  return letter;
}
