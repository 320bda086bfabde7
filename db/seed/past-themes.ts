import { moveAnswer } from "#domain/themes/correct.ts";
import type { Cast } from "./cast.ts";
import { heyuan } from "./heyuan.ts";
import type { Rows } from "./past-talk.ts";
import type { Act } from "./play.ts";

/** One answer to each question shares no phrase with another: they stand under their own words and those of the leader's reply. */
const named = [
  { comment: "c-manyi", name: "城市管理" },
  { comment: "c-taxi", name: "出租车乱涨价" },
];

/** Where the leader's office put the answers of 2011 when the leader had replied. */
export function pastThemes(cast: Cast, rows: Rows): Act[] {
  const post = heyuan.posts.find(({ kind }) => kind === "solicitation")!;
  const { office } = heyuan.leaders.find(({ handle }) => handle === post.author)!;
  return named.map(({ comment, name }) => ({
    at: new Date(post.reply!.at),
    approx: true,
    run: (tx, now) => {
      const answer = { postId: rows.get(post.key)!, commentId: rows.get(comment)!, themeId: null, name };
      return moveAnswer(tx, cast.office(office), answer, now);
    },
  }));
}
