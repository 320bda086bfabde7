"use client";

import { useTicked } from "#components/ui/action-form.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { longestPrompt } from "#domain/posts/input.ts";

interface PromptFieldsProps {
  given: readonly string[];
  most: number;
  words: { legend: string; hint: string; label: string };
}

/** The questions of a solicitation, one a line; lines left empty ask nothing. */
export function PromptFields({ given, most, words }: PromptFieldsProps) {
  const { ticked: typed, problem } = useTicked("prompts");
  const lines = typed ?? given;
  return (
    <Fieldset
      id="prompts"
      legend={<span className="text-base">{words.legend}</span>}
      hint={words.hint}
      problem={problem}
    >
      <div key={lines.join("\n")} className="grid gap-1.5">
        {Array.from({ length: most }, (_, place) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: so many lines, always in this order
            key={place}
            type="text"
            name="prompts"
            defaultValue={lines[place] ?? ""}
            maxLength={longestPrompt}
            autoComplete="off"
            aria-label={words.label.replace("{n}", String(place + 1))}
            className="control"
          />
        ))}
      </div>
    </Fieldset>
  );
}
