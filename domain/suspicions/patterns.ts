import type { Evidence } from "#db/schema/moderation.ts";
import { bigramsOf, likeness } from "#domain/letters/likeness.ts";

/** One account under one post, as far as it is compared with the others there. */
export interface Voter {
  personId: number;
  openedAt: Date;
  votedAt: Date;
  /** Keyed hashes of the devices and networks it signed in from. */
  places: string[];
  /** What it wrote under the post, all together. */
  words: string;
}

const day = 86_400_000;
const youngDays = 7;
const windowMs = 10 * 60_000;
const alikeFrom = 0.8;
/** Two people who say 同感 copy nobody. */
const fewestPairs = 6;

/** From how many on a pattern is one: below that it is a family, a class, a village. */
export const many = { burst: 8, copies: 3, shared: 4 } as const;

/**
 * Who among the voters of a post looks organised, with the evidence. One pattern alone is nobody's guilt: a village shares a
 * network, a call for help is copied, an assembly votes at once. Two together are looked at by a person.
 */
export function suspectsAmong(voters: readonly Voter[]): Map<number, Evidence> {
  const [bursts, copies, shared] = [burstsOf(voters), copiesOf(voters), sharedOf(voters)];
  const suspects = new Map<number, Evidence>();
  for (const { personId, openedAt, votedAt } of voters) {
    const evidence: Evidence = {
      burst: bursts.get(personId) ?? 0,
      copies: copies.get(personId) ?? 0,
      shared: shared.get(personId) ?? 0,
      age: ageOf({ openedAt, votedAt }),
    };
    if (isSuspect(evidence)) suspects.set(personId, evidence);
  }
  return suspects;
}

const isSuspect = (evidence: Evidence) =>
  (Object.keys(many) as (keyof typeof many)[]).filter((name) => evidence[name] >= many[name]).length >= 2;

const ageOf = ({ openedAt, votedAt }: Pick<Voter, "openedAt" | "votedAt">) =>
  Math.max(0, Math.floor((votedAt.getTime() - openedAt.getTime()) / day));

/** For each young account, how many young accounts voted within the ten minutes that hold most of them. */
function burstsOf(voters: readonly Voter[]): Map<number, number> {
  const young = voters
    .filter((voter) => ageOf(voter) < youngDays)
    .sort((a, b) => a.votedAt.getTime() - b.votedAt.getTime());
  const found = new Map<number, number>();
  let from = 0;
  for (let to = 0; to < young.length; to += 1) {
    while (young[to]!.votedAt.getTime() - young[from]!.votedAt.getTime() >= windowMs) from += 1;
    const size = to - from + 1;
    for (let at = from; at <= to; at += 1) {
      const { personId } = young[at]!;
      found.set(personId, Math.max(size, found.get(personId) ?? 0));
    }
  }
  return found;
}

const mostCompared = 500;

/** For each account that wrote, how many others wrote nearly the same. */
function copiesOf(voters: readonly Voter[]): Map<number, number> {
  const wrote = voters
    .map(({ personId, words }) => ({ personId, pairs: bigramsOf(words) }))
    .filter(({ pairs }) => pairs.size >= fewestPairs)
    .slice(0, mostCompared);
  return new Map(
    wrote.map(({ personId, pairs }) => {
      const others = wrote.filter((other) => other.personId !== personId && likeness(pairs, other.pairs) >= alikeFrom);
      return [personId, others.length];
    }),
  );
}

/** For each account, how many others signed in from a device and network that it signed in from too. */
function sharedOf(voters: readonly Voter[]): Map<number, number> {
  const at = new Map<string, Set<number>>();
  for (const { personId, places } of voters) {
    for (const place of places) at.set(place, (at.get(place) ?? new Set()).add(personId));
  }
  return new Map(
    voters.map(({ personId, places }) => [personId, Math.max(0, ...places.map((place) => at.get(place)!.size - 1))]),
  );
}
