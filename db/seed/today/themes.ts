import { readPostsOfKind } from "#domain/posts/read-posts.ts";
import { groupAnswers } from "#domain/themes/group.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

/** What was answered to the solicitations so far is grouped, as the platform does by itself while it runs. */
export function themeActs(when: (ago: Ago) => Date): Act[] {
  const group: Act["run"] = async (tx, now) => {
    const { posts } = await readPostsOfKind(tx, "solicitation", {}, now);
    for (const { id } of posts) await groupAnswers(tx, id, now);
  };
  return [{ at: when(ago(0, "08:30")), run: group }];
}
