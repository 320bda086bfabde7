"use client";

import { useState } from "react";
import { type Findable, findByInitials } from "#components/desk/find-by-initials.ts";
import { FinderField, type PickWords } from "#components/desk/pick-one.tsx";
import { useTicked } from "#components/ui/action-form.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";

interface PickSeveralProps {
  name: string;
  legend: string;
  hint?: string;
  choices: readonly Findable[];
  defaultValues: readonly string[];
  words: PickWords;
}

/** Boxes to tick, made fewer by typing initials; what is ticked stays in sight. */
export function PickSeveral({ name, legend, hint, choices, defaultValues, words }: PickSeveralProps) {
  const { ticked: cameBack, problem } = useTicked(name);
  const initial = cameBack ?? defaultValues;
  return (
    <Fieldset id={name} legend={<span className="text-base">{legend}</span>} hint={hint} problem={problem}>
      <Boxes key={initial.join(" ")} name={name} choices={choices} initial={initial} words={words} />
    </Fieldset>
  );
}

interface BoxesProps {
  name: string;
  choices: readonly Findable[];
  initial: readonly string[];
  words: PickWords;
}

function Boxes({ name, choices, initial, words }: BoxesProps) {
  const [typed, setTyped] = useState("");
  const [ticked, setTicked] = useState<readonly string[]>(initial);
  const found = new Set(findByInitials(choices, typed).map(({ value }) => value));
  const tick = (value: string, on: boolean) =>
    setTicked(on ? [...ticked, value] : ticked.filter((one) => one !== value));
  return (
    <>
      <FinderField words={words} count={found.size} typed={typed} onType={setTyped} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <div tabIndex={0} className="grid max-h-56 overflow-y-auto border border-control bg-card px-3 sm:grid-cols-2">
        {choices.map(({ value, words: said }) => (
          <label
            key={value}
            hidden={!found.has(value) && !ticked.includes(value)}
            className="flex min-h-target items-center gap-3 leading-normal [&[hidden]]:hidden"
          >
            <input
              type="checkbox"
              name={name}
              value={value}
              checked={ticked.includes(value)}
              onChange={(event) => tick(value, event.target.checked)}
              className="choice"
            />
            {said}
          </label>
        ))}
      </div>
    </>
  );
}
