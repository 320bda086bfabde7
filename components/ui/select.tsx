import type { ComponentProps } from "react";
import { Field, type FieldWords, tied } from "#components/ui/field.tsx";

export interface Choice {
  value: string;
  words: string;
  disabled?: boolean;
}

export interface ChoiceGroup {
  words: string;
  choices: readonly Choice[];
}

type Own = FieldWords & { className?: string; choices: readonly (Choice | ChoiceGroup)[] };

/** The platform's own select: the phone opens its own list, and Chinese input works. */
export function Select({
  label,
  hint,
  problem,
  className,
  choices,
  ...rest
}: Own & Omit<ComponentProps<"select">, keyof Own>) {
  const words = { label, hint, problem, name: rest.name, id: rest.id };
  return (
    <Field words={words} className={className}>
      {/* React sets a changed default only on a new element: after an action the value given back must show. */}
      <select key={String(rest.defaultValue ?? "")} {...rest} {...tied(words)} className="control">
        {choices.map((choice) =>
          "choices" in choice ? (
            <optgroup key={choice.words} label={choice.words}>
              {choice.choices.map(option)}
            </optgroup>
          ) : (
            option(choice)
          ),
        )}
      </select>
    </Field>
  );
}

function option({ value, words, disabled }: Choice) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {words}
    </option>
  );
}
