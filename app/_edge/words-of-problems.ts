import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Problems } from "#components/ui/form-state.ts";

type Issue = z.ZodError["issues"][number];

/**
 * What is wrong with each field, in the reader's language. A schema may name its own sentence
 * (`z.string().min(1, "letters.titleMissing")` finds it in problems.json); otherwise the kind of mistake has one.
 * A field within a group is named as in the form: "poll.closesAt". A mistake of the whole form stands under "form".
 */
export async function wordsOfProblems(error: z.ZodError): Promise<Problems> {
  const words = await getTranslations("problems");
  const problems: Problems = {};
  for (const issue of error.issues) {
    const field = issue.path.filter((part) => typeof part === "string").join(".") || "form";
    const key = words.has(issue.message) ? issue.message : mistakeOf(issue);
    problems[field] = [...(problems[field] ?? []), words(key, boundsOf(issue))];
  }
  return problems;
}

/** The general sentence for a kind of mistake. */
export function mistakeOf(issue: Issue): string {
  if (issue.code === "too_small")
    return issue.origin === "string" && Number(issue.minimum) > 1 ? "tooShort" : "missing";
  if (issue.code === "too_big") return issue.origin === "string" ? "tooLong" : "tooMany";
  if (issue.code === "invalid_value" || issue.code === "invalid_union") return "notOffered";
  if (issue.code === "invalid_type") return "missing";
  return "malformed";
}

function boundsOf(issue: Issue): Record<string, number> {
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  return {};
}
