import { getLocale, getTranslations } from "next-intl/server";
import { readLetterPage } from "#app/_square/letters.ts";
import { readPostPreview } from "#app/_square/post.ts";
import { readLeaderPage, readOfficePage } from "#app/_square/streams.ts";
import { foundAt } from "#app/_square/twins.ts";
import { lampWords } from "#components/letters/lamp-words.ts";
import { named, titled } from "#components/people/named.ts";
import { seatWords } from "#components/people/seat-words.ts";
import { kindOf, nameOf } from "#components/people/speaker.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { PublicLetter } from "#domain/letters/read-public-letter.ts";
import type { ClockLight } from "#domain/letters/times.ts";

import type { Speaker } from "#domain/people/speaker.ts";
import type { Preview } from "./paper.ts";

type ReadPreview = (query: object, part: string) => Promise<Preview | null>;

/** The pages that are shared with a picture, each read as the page itself is; what is not public is in none of them. */
const previews: Readonly<Record<string, ReadPreview>> = {
  "/posts/*": (_, id) => ofPost(id),
  "/letters/*": (_, number) => ofLetter(number),
  "/leaders/*": async (_, handle) => ofStream(await readLeaderPage(handle, {})),
  "/offices/*": async (_, slug) => ofStream(await readOfficePage(slug, {})),
};

/** Finds the preview of an address (`["posts", "12"]`). */
export function previewOf(path: readonly string[]): (() => Promise<Preview | null>) | null {
  const read = foundAt(previews, path);
  return read && (() => read({}));
}

async function ofPost(id: string): Promise<Preview | null> {
  const post = await readPostPreview(id);
  if (!post) return null;
  const [language, kinds, square] = await Promise.all([
    getLocale(),
    getTranslations("square.kinds"),
    getTranslations("square"),
  ]);
  const kind = post.kind === "announcement" ? "" : `${kinds(post.kind)} · `;
  return {
    ...(await spokenBy(post.speaker)),
    words: post.body,
    note: [
      `${kind}${whenWords({ at: post.at, dayOnly: true }, language)}`,
      ...(post.demo ? [square("demo")] : []),
    ].join(" · "),
  };
}

async function ofLetter(number: string): Promise<Preview | null> {
  const letter = await readLetterPage(number);
  if (!letter) return null;
  const [t, page, states, language] = await Promise.all([
    getTranslations("square.letter"),
    getTranslations("letter-page"),
    getTranslations("letters.states"),
    getLocale(),
  ]);
  const { leader, office } = letter.mailbox;
  const name = leader ? titled(language, leader) : named(language, office);
  const lead = letter.face === "open" ? letter.offices.findLast(({ part }) => part === "lead")?.office : null;
  return {
    head: t("mailbox", { name }),
    seat: null,
    plate: `№ ${letter.number}`,
    words: letter.face === "open" ? letter.title : page("shut.title", { number: letter.number }),
    note: [
      lead ? named(language, lead) : t(letter.face === "open" ? "mailbox" : "shut", { name }),
      states(letter.state),
    ].join(" · "),
    lamp: letter.light && (await lampOf(letter.light, letter.state)),
  };
}

async function ofStream(page: Awaited<ReturnType<typeof readLeaderPage>>): Promise<Preview | null> {
  if (!page) return null;
  const { leader, office } = page.stream;
  const language = await getLocale();
  const speaker = { leader, office, nickname: null, voice: null };
  return {
    ...(await spokenBy(speaker)),
    words: leader?.portfolio ?? nameOf(language, speaker),
    note: leader ? named(language, office) : named(language, page.stream.region),
  };
}

/** Who speaks, as their seat plate says it. */
async function spokenBy(speaker: Speaker): Promise<Pick<Preview, "head" | "seat" | "plate" | "lamp">> {
  const [t, language] = await Promise.all([getTranslations("square.speaker"), getLocale()]);
  const kind = kindOf(speaker);
  return {
    head: `${nameOf(language, speaker)} · ${t(kind)}`,
    seat: { kind, words: seatWords(kind, nameOf("zh-CN", speaker)) },
    plate: null,
    lamp: null,
  };
}

/** A letter taken back ended no term; one refused was decided, but not 按期受理. */
async function lampOf(light: ClockLight, state: PublicLetter["state"]): Promise<Preview["lamp"]> {
  if (state === "withdrawn") return null;
  const told = { what: state === "refused" ? undefined : light.what, year: Number(light.dueOn.slice(0, 4)) };
  const { words, detail } = lampWords(await getTranslations("calendar"), light, told);
  return { lamp: light.lamp, words: detail ? `${words} · ${detail}` : words };
}
