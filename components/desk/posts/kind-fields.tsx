import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Findable } from "#components/desk/find-by-initials.ts";
import { PollFields } from "#components/desk/posts/poll-fields.tsx";
import { PromptFields } from "#components/desk/posts/prompt-fields.tsx";
import { SessionFields } from "#components/desk/posts/session-fields.tsx";
import { StoryFields } from "#components/desk/posts/story-fields.tsx";
import { mostPrompts } from "#domain/posts/input.ts";
import type { ComposedKind } from "#domain/posts/kinds.ts";

/** What was typed into a form or kept with a draft, by field name; of several values each on a line. */
export type Kept = Record<string, string>;

interface KindFieldsProps {
  /** The kinds that may be chosen in this form; of one that is chosen for good, that one. */
  kinds: readonly ComposedKind[];
  kept: Kept;
  /** Whom a session may name to answer. */
  hosts: readonly Findable[];
}

/** What a kind asks for beside the words. Where kinds are chosen, each one's fields show while it is the chosen one. */
export function KindFields({ kinds, kept, hosts }: KindFieldsProps) {
  const chosen = kinds.length > 1;
  const offers = (kind: ComposedKind) => kinds.includes(kind);
  return (
    <>
      {offers("solicitation") && (
        <Shown when={chosen && whenChosen.solicitation}>
          <Questions kept={kept} />
        </Shown>
      )}
      {offers("poll") && (
        <Shown when={chosen && whenChosen.poll}>
          <PollFields kept={kept} />
        </Shown>
      )}
      {offers("session") && (
        <Shown when={chosen && whenChosen.session}>
          <SessionFields kept={kept} hosts={hosts} />
        </Shown>
      )}
      {(offers("exposure") || offers("commendation")) && (
        <Shown when={chosen && whenChosen.exposure}>
          <StoryFields kept={kept} />
        </Shown>
      )}
    </>
  );
}

/** Whole classes, because those that are put together are not found in the source. Without `:has` everything shows. */
const whenChosen = {
  solicitation: "[form:has(input[value=solicitation]:checked)_&]:block!",
  poll: "[form:has(input[value=poll]:checked)_&]:block!",
  session: "[form:has(input[value=session]:checked)_&]:block!",
  exposure: "[form:has(input:is([value=exposure],[value=commendation]):checked)_&]:block!",
} as const satisfies Partial<Record<ComposedKind, string>>;

function Shown({ when, children }: { when: string | false; children: ReactNode }) {
  return <div className={when ? `supports-[selector(:has(*))]:hidden ${when}` : undefined}>{children}</div>;
}

function Questions({ kept }: { kept: Kept }) {
  const t = useTranslations("composer");
  return (
    <PromptFields
      given={kept.prompts?.split("\n") ?? []}
      most={mostPrompts}
      words={{ legend: t("prompts"), hint: t("promptsHint", { most: mostPrompts }), label: t.raw("prompt") }}
    />
  );
}
