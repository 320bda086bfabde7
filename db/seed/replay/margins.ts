import published from "../figures.json" with { type: "json" };

/** The published totals that letters are made to: counts only, every share is computed from them. */
export interface Margins {
  from: string;
  to: string;
  mailboxes: number;
  letters: number;
  levels: { city: number; county: number; township: number };
  answered: number;
  onTime: number;
  suggestions: number;
  secretary: { letters: number; personally: number; suggestions: number };
  /** Where it happened. 源城区 and what concerns the whole city are one in the record: `heyuan-other`. */
  regions: { region: string; letters: number; answered: number; from: string; to: string }[];
}

/** 河源公仆信箱 from its opening until the end of May 2011, as the public record has it. */
export const publishedMargins: Margins = {
  from: published.from,
  to: published.to,
  mailboxes: published.mailboxes,
  letters: published.letters,
  levels: published.by_mailbox_level,
  answered: published.replied,
  onTime: published.replied_on_time,
  suggestions: published.suggestions,
  secretary: {
    letters: published.secretary.letters,
    personally: published.secretary.replied_personally,
    suggestions: published.secretary.suggestions,
  },
  regions: published.by_region_concerned.map(({ region, letters, handled, from, to }) => ({
    region,
    letters,
    answered: handled,
    from: from ?? published.from,
    to: to ?? published.to,
  })),
};

/** The same in small, for a test that shall not take minutes: every margin divided, and all of them agree again. */
export function shrink(margins: Margins, by: number): Margins {
  const small = (count: number) => Math.round(count / by);
  const regions = margins.regions.map((one) => {
    const letters = small(one.letters);
    return { ...one, letters, answered: Math.min(letters, small(one.answered)) };
  });
  const letters = sum(regions.map((one) => one.letters));
  const answered = sum(regions.map((one) => one.answered));
  const county = small(margins.levels.county);
  const township = Math.max(6, small(margins.levels.township));
  const { secretary } = margins;
  return {
    ...margins,
    mailboxes: Math.max(smallestPlatform, small(margins.mailboxes)),
    letters,
    levels: { city: letters - county - township, county, township },
    answered,
    onTime: Math.min(answered, small(margins.onTime)),
    suggestions: small(margins.suggestions),
    secretary: {
      letters: small(secretary.letters),
      personally: small(secretary.personally),
      suggestions: small(secretary.suggestions),
    },
    regions,
  };
}

/** So many give every county mailboxes of its own and of its townships. */
const smallestPlatform = 120;

export const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);
