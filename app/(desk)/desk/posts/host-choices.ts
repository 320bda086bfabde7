import type { Findable } from "#components/desk/find-by-initials.ts";
import { nameOf } from "#components/people/speaker.tsx";
import type { Language } from "#components/ui/address.ts";
import { initialsOf } from "#domain/offices/initials.ts";
import type { Speaker } from "#domain/people/speaker.ts";

type Host = Pick<Speaker, "leader" | "office">;

/** A stream as a session names its hosts: leader:mayor, office:water. */
export const hostKey = ({ leader, office }: Host): string =>
  leader ? `leader:${leader.handle}` : `office:${office!.slug}`;

/** Whom somebody may announce as a host: those for whom they write, and those whom another has named already. */
export function hostChoices(hosts: readonly Host[], language: Language): Findable[] {
  const byKey = new Map(hosts.map((host) => [hostKey(host), host]));
  return [...byKey].map(([value, { leader, office }]) => ({
    value,
    words: nameOf(language, { leader, office, nickname: null, voice: null }),
    initials: initialsOf(leader?.title ?? office!.name),
  }));
}
