/**
 * The public record, address by address: the same bytes for everybody. Beside each the names in its query that change
 * what is shown; any other name is dropped, so that an address with a tracking mark is the same page.
 * Every one of them has a JSON twin: the same address with `.json`, the home page's /index.json; some have a feed: `.atom`.
 */
const square: readonly (readonly [address: RegExp, query: readonly string[]])[] = [
  [/^\/$/, ["sort", "after"]],
  [/^\/posts\/\d+$/, ["sort", "after", "reply", "thread", "prompt", "theme"]],
  [/^\/(?:posts|comments)\/\d+\/history$/, []],
  [/^\/posts\/\d+\/updates\/\d+$/, []],
  [/^\/broadcasts$/, ["after"]],
  [/^\/stories$/, ["kind", "after"]],
  [/^\/leaders$/, []],
  [/^\/(?:leaders|offices)\/[\w-]+$/, ["sort", "after"]],
  [/^\/letters$/, ["state", "kind", "lamp", "region", "mailbox", "office", "after"]],
  [/^\/letters\/[A-Z]+-\d{4}-\d+$/, []],
  [/^\/letters\/[A-Z]+-\d{4}-\d+\/signers$/, ["after"]],
  [/^\/appeals$/, ["show", "after"]],
  [/^\/appeals\/\d+\/pledges$/, ["after"]],
  [/^\/topics\/[^/]+$/, ["after"]],
  [/^\/search$/, ["q", "kind", "office", "region", "year", "after"]],
  [/^\/assessment(?:\/call-backs)?$/, ["after"]],
  [/^\/assessment\/call-backs\/[\d-]+$/, []],
  [/^\/assessment\/[\d-]+(?:\/bulletin)?$/, ["version"]],
  [/^\/sessions$/, ["after"]],
  [/^\/sessions\/\d+$/, ["list", "sort", "after"]],
  [/^\/directory$/, ["q", "after"]],
  [/^\/ledger$/, ["after"]],
  [/^\/statistics$/, ["from", "to", "asof", "region", "kind", "mailbox", "office", "leader", "level", "by", "after"]],
  [
    /^\/statistics\/letters$/,
    ["what", "from", "to", "asof", "region", "kind", "mailbox", "office", "leader", "level", "after"],
  ],
  [/^\/suggestions$/, ["outcome", "region", "leader", "after"]],
  // Pictures that go with a shared address.
  [/^\/(?:posts\/\d+|letters\/[A-Z]+-\d{4}-\d+|(?:leaders|offices)\/[\w-]+)\/preview\.png$/, []],
  [/^\/log$/, ["what", "code", "office", "after"]],
];

/** The names that count in the query of a square address, or null when the address is not of the square. */
export function queryOf(path: string): readonly string[] | null {
  const page = /^\/index\.(?:json|atom)$/.test(path) ? "/" : path.replace(/\.(?:json|atom)$/, "");
  return square.find(([address]) => address.test(page))?.[1] ?? null;
}
