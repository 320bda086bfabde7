/** What the page may have to say by itself later on, in the reader's language; `{n}` is a number. */
export interface LiveWords {
  language: string;
  signIn: string;
  newComment: string;
  newComments: string;
  newPost: string;
  newPosts: string;
  newUpdate: string;
  newUpdates: string;
  /** Something on this page has changed that is not put in under the reader's eyes. */
  changed: string;
  newNotices: string;
  /** A vote or comment did not get through; nothing was changed. */
  failed: string;
  draftKept: string;
  draftDropped: string;
}

/** 有 1 条, 有 3 条: English has two forms. */
export function counted(one: string, many: string, n: number, language: string): string {
  const words = new Intl.PluralRules(language).select(n) === "one" ? one : many;
  return words.replace("{n}", new Intl.NumberFormat(language).format(n));
}
