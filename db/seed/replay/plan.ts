import type { LetterKind } from "#db/schema/letters.ts";
import { addDays, type CivilDate, daysBetween, parseCivilDate } from "#domain/calendar/civil-date.ts";
import { between, type Chance, divide, makeChance, oneOf, someOf } from "./chance.ts";
import type { Margins } from "./margins.ts";
import { allBoxes, type Box, countyOf, type Level } from "./places.ts";

/** What becomes of a letter: what the record counts, and of those never answered what the rules offer. */
export type Fate = "onTime" | "late" | "refused" | "withdrawn" | "waiting";

export interface PlannedLetter {
  /** From 0, in the order of the plan: texts are told apart by it. */
  n: number;
  box: Box;
  /** Slug of the region concerned. */
  region: string;
  kind: Exclude<LetterKind, "accusation">;
  fate: Fate;
  /** Answered by the secretary in person. */
  personally: boolean;
  sentOn: CivilDate;
  acceptedOn: CivilDate;
  answeredOn: CivilDate | null;
}

/** The mailbox of the city's party secretary. */
export const secretary = "shuji";

type Draft = Pick<PlannedLetter, "n" | "box" | "region"> & { from: CivilDate; to: CivilDate; never: boolean };

/** Makes the letters to the margins, the same ones in every run. Sorted by the day on which they were sent. */
export function planLetters(margins: Margins): PlannedLetter[] {
  const chance = makeChance(20_110_531);
  const drafts = place(margins, chance);
  const toSecretary = drafts.filter(({ box }) => box.slug === secretary);
  const others = drafts.filter(({ box }) => box.slug !== secretary);
  const answered = drafts.filter(({ never }) => !never);
  const { secretary: own } = margins;
  const suggestions = new Set([
    ...someOf(chance, toSecretary, own.suggestions),
    ...someOf(chance, others, margins.suggestions - own.suggestions),
  ]);
  const late = someOf(chance, answered, margins.answered - margins.onTime);
  const personally = someOf(
    chance,
    toSecretary.filter(({ never }) => !never),
    own.personally,
  );
  return drafts
    .map((draft) => {
      const fate = draft.never ? oneOf(chance, never) : late.has(draft) ? ("late" as const) : ("onTime" as const);
      const kind = suggestions.has(draft) ? ("suggestion" as const) : oneOf(chance, otherKinds);
      // Whoever asks has an answer due in five working days: the late ones are among those that take longer.
      const asked = fate === "late" && kind === "inquiry" ? ("complaint" as const) : kind;
      const { n, box, region } = draft;
      return {
        n,
        box,
        region,
        kind: asked,
        fate,
        personally: personally.has(draft),
        ...dates(chance, draft, fate, asked),
      };
    })
    .sort((a, b) => (a.sentOn < b.sentOn ? -1 : a.sentOn > b.sentOn ? 1 : a.n - b.n));
}

/** The record does not say why 843 had no answer. */
const never = ["refused", "refused", "withdrawn", "waiting", "waiting"] as const;
const otherKinds = ["complaint", "complaint", "help", "help", "inquiry"] as const;

/** Gives every letter its mailbox and the region concerned, so that both margins hold at once. */
function place(margins: Margins, chance: Chance): Draft[] {
  const boxes = allBoxes(margins);
  const { levels, regions, secretary: own } = margins;
  const weights = regions.map(({ letters }) => letters);
  const counties = divide(levels.county, weights);
  const townships = divide(levels.township, weights);
  const drafts: Draft[] = [];
  for (const [at, { region, letters, answered, ...days }] of regions.entries()) {
    const unanswered = someOf(
      chance,
      Array.from({ length: letters }, (_, one) => one),
      letters - answered,
    );
    const of: [Level, number][] = [
      ["county", counties[at]!],
      ["township", townships[at]!],
      ["city", letters - counties[at]! - townships[at]!],
    ];
    let one = 0;
    for (const [level, count] of of) {
      const county = countyOf(region);
      const near = boxes.filter((box) => box.level === level && (level === "city" || box.county === county));
      for (let nth = 0; nth < count; nth += 1) {
        const box = near[nth % near.length]!;
        const concerned = county !== region && level === "city" ? "heyuan" : county;
        const period = { from: parseCivilDate(days.from), to: parseCivilDate(days.to) };
        drafts.push({ n: drafts.length, box, region: concerned, ...period, never: unanswered.has(one) });
        one += 1;
      }
    }
  }
  return toTheSecretary(drafts, boxes, own.letters, chance);
}

/** Of the letters to the city's mailboxes exactly so many go to the secretary, the others to all the rest in turn. */
function toTheSecretary(drafts: Draft[], boxes: Box[], count: number, chance: Chance): Draft[] {
  const city = drafts.filter(({ box }) => box.level === "city");
  const chosen = someOf(chance, city, count);
  const own = boxes.find(({ slug }) => slug === secretary)!;
  const rest = boxes.filter(({ level, slug }) => level === "city" && slug !== secretary);
  let turn = 0;
  return drafts.map((draft) => {
    if (draft.box.level !== "city") return draft;
    return { ...draft, box: chosen.has(draft) ? own : rest[turn++ % rest.length]! };
  });
}

/** The last day that everything must have happened by, for what is answered in so many days at most. */
function dates(chance: Chance, { from, to }: Draft, fate: Fate, kind: PlannedLetter["kind"]) {
  const wait =
    fate === "late" ? between(chance, 45, 75) : kind === "inquiry" ? between(chance, 1, 4) : between(chance, 1, 10);
  const answered = fate === "onTime" || fate === "late";
  const span = daysBetween(from, to) - (answered ? wait + 1 : 1);
  // More and more people wrote.
  const sentOn = addDays(from, Math.floor(span * chance() ** 0.7));
  const acceptedOn = addDays(sentOn, 1);
  return { sentOn, acceptedOn, answeredOn: answered ? addDays(acceptedOn, wait) : null };
}
