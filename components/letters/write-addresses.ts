export const writeSteps = ["what", "where", "who", "check"] as const;
export type WriteStep = (typeof writeSteps)[number];

/** The four steps of a letter, each a page of its own, so that back and refresh do what they always do. */
export const writeAddress: Record<WriteStep, string> = {
  what: "/write",
  where: "/write/where",
  who: "/write/who",
  check: "/write/check",
};
