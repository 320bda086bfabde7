import type { useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import type { Language } from "#components/ui/address.ts";
import type { Notice } from "#domain/notices/read-notices.ts";

interface Words {
  language: Language;
  sentences: ReturnType<typeof useTranslations<"notices">>;
  /** What a letter's steps are called, for letters that are followed. */
  course: ReturnType<typeof useTranslations<"timeline">>;
}

type Told = Pick<Notice, "kind" | "name" | "number" | "who">;

/** What happened, in one sentence: the same that goes out by message. */
export function noticeWords({ language, sentences, course }: Words, { kind, name, number, who }: Told): string {
  const key = kind === "followed" ? "followed.other" : `${kind}.${name}`;
  return sentences(
    key as "talk.reply",
    {
      number: number ?? "",
      who: who ? named(language, who) : "",
      what: kind === "followed" ? course(name as "answer") : "",
    } as never,
  );
}
