import { and, eq } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import { studySuggestion } from "#domain/suggestions/decide-suggestion.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

const title = "建议公园健身器材旁加装夜灯";
const words = "请住建、体育部门测算点位和电费，十个工作日内拿出方案，再定采纳多少。";

/** One suggestion of these days is being studied by the leader it was written to. */
export const suggestionActs = (cast: Cast, when: (ago: Ago) => Date): Act[] => [
  {
    at: when(ago(1, "16:20")),
    run: async (tx, now) => {
      const [letter] = await tx
        .select({ id: letters.id })
        .from(letters)
        .where(and(eq(letters.title, title), letters.demo));
      return studySuggestion(tx, cast.leader("shuji"), { letterId: letter!.id, words }, now);
    },
  },
];
