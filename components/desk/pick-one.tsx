"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import { type Findable, findByInitials } from "#components/desk/find-by-initials.ts";
import { useAnswer } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";

export interface PickWords {
  /** 输入名称或拼音首字母 */
  find: string;
  /** {n} 个结果 */
  found: string;
  none: string;
}

/** The small field above a list that makes it shorter. It waits for the script: without one the list is whole. */
export function FinderField({
  words,
  count,
  typed,
  onType,
  onEnter,
}: {
  words: PickWords;
  count: number;
  typed: string;
  onType: (typed: string) => void;
  onEnter?: () => void;
}) {
  const [ready, setReady] = useState(false);
  const said = useId();
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <div className="mb-1 flex flex-wrap items-center gap-x-3">
      <input
        type="search"
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={words.find}
        aria-label={words.find}
        aria-describedby={said}
        className="control min-w-0 flex-1 basis-40"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          // Enter chooses from the list; while Chinese is being composed it belongs to the composing.
          if (event.key !== "Enter" || event.nativeEvent.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          onEnter?.();
        }}
      />
      <span id={said} role="status" className="text-sm text-ink-2 empty:hidden">
        {typed && (count === 0 ? words.none : words.found.replace("{n}", String(count)))}
      </span>
    </div>
  );
}

interface PickOneProps {
  name: string;
  label: ReactNode;
  hint?: string;
  choices: readonly Findable[];
  defaultValue?: string;
  words: PickWords;
}

/** The platform's own select, made shorter by typing pinyin initials: csglj leaves 城市管理局. */
export function PickOne(props: PickOneProps) {
  const { typed, problem } = useAnswer(props.name, props.defaultValue);
  // What came back with an answer begins a new life of the field.
  return <Picking key={typed ?? ""} {...props} defaultValue={typed ?? ""} problem={problem} />;
}

function Picking({ name, label, hint, choices, defaultValue, words, problem }: PickOneProps & { problem?: string[] }) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(defaultValue ?? "");
  const found = findByInitials(choices, typed);
  const find = (text: string) => {
    setTyped(text);
    const first = text.trim() ? findByInitials(choices, text)[0] : undefined;
    if (first) setChosen(first.value);
  };
  const shown = found.length > 0 ? found : choices;
  const listed = shown.some(({ value }) => value === chosen)
    ? shown
    : [...choices.filter((one) => one.value === chosen), ...shown];
  return (
    <Field words={{ name, label, hint, problem }}>
      <FinderField
        words={words}
        count={found.length}
        typed={typed}
        onType={find}
        onEnter={() => document.getElementById(name)?.focus()}
      />
      <select
        id={name}
        name={name}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        aria-invalid={problem?.[0] ? true : undefined}
        aria-describedby={
          [hint && `${name}-hint`, problem?.[0] && `${name}-problem`].filter(Boolean).join(" ") || undefined
        }
        className="control"
      >
        {listed.map(({ value, words: said }) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
      <p role="status" className="mt-1 text-sm text-ink-2 empty:hidden">
        {choices.find(({ value }) => value === chosen)?.beside}
      </p>
    </Field>
  );
}
