"use client";

import { useEffect, useRef, useState } from "react";
import { useAnswer } from "#components/ui/action-form.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Numeral } from "#components/ui/section.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { answerParts } from "#domain/letters/input.ts";
import { vagueIn, vagueParts } from "#domain/letters/reply-gate.ts";

type Part = (typeof answerParts)[number];

export interface PartWords {
  parts: Record<Part, { name: string; hint: string; write: string }>;
  written: string;
  missing: string;
  /** 发出前还差 {n} 项 */
  lacking: string;
  complete: string;
  /** “{words}”没有说哪一天 */
  vague: string;
  /** Leads to the fields of a promise; null where there are none. */
  toPromise: string | null;
}

/** The four parts of an answer, and what is still missing of them: links, never a button that is switched off. */
export function AnswerParts({ draft, words }: { draft: Partial<Record<Part, string>>; words: PartWords }) {
  const here = useRef<HTMLDivElement>(null);
  const given = {
    facts: useAnswer("facts", draft.facts),
    basis: useAnswer("basis", draft.basis),
    done: useAnswer("done", draft.done),
    next: useAnswer("next", draft.next),
  };
  const [typed, setTyped] = useState(() => textsOf((part) => given[part].typed));
  useEffect(() => {
    const box = here.current;
    if (!box) return;
    const look = () => setTyped(textsOf((part) => box.querySelector<HTMLTextAreaElement>(`#${part}`)?.value));
    look();
    box.addEventListener("input", look);
    return () => box.removeEventListener("input", look);
  }, []);
  const isWritten = (part: Part) => typed[part].trim() !== "";
  const missing = answerParts.filter((part) => !isWritten(part));
  return (
    <div ref={here} className="grid gap-4">
      {answerParts.map((part, place) => (
        <div key={part} className="border-t border-rule pt-3 first:border-0 first:pt-0">
          <TextArea
            name={part}
            label={
              <span className="flex items-baseline justify-between gap-3">
                <span>
                  <Numeral of={place + 1} />
                  {words.parts[part].name}
                </span>
                <PartMark written={isWritten(part)} words={words} />
              </span>
            }
            hint={words.parts[part].hint}
            song
            rows={3}
            maxLength={3000}
            defaultValue={given[part].typed}
            problem={given[part].problem}
          />
          {!given[part].problem && <Vague found={vagueIn(typed[part])} words={words} />}
        </div>
      ))}
      {(missing.length > 0 || vagueParts(typed).length === 0) && <Lacking missing={missing} words={words} />}
    </div>
  );
}

const textsOf = (text: (part: Part) => string | undefined) =>
  Object.fromEntries(answerParts.map((part) => [part, text(part) ?? ""])) as Record<Part, string>;

/** Words that name no day, and the offer to name one: said while it is written, and again when it is checked. */
function Vague({ found, words }: { found: string[]; words: PartWords }) {
  if (found.length === 0) return null;
  return (
    <p className="tinted mt-1 flex flex-wrap items-center gap-x-2 border-s-4 border-warn bg-warn-bg px-3 py-1.5 text-sm text-warn">
      <Icon of="triangle-alert" />
      {words.vague.replace("{words}", found.join("、"))}
      {words.toPromise && (
        <a href="#promise" className="inline-block py-1">
          {words.toPromise}
        </a>
      )}
    </p>
  );
}

function PartMark({ written, words }: { written: boolean; words: PartWords }) {
  return (
    <span className={`flex items-center gap-1 text-sm font-normal ${written ? "text-ok" : "text-danger"}`}>
      <Icon of={written ? "check" : "x"} />
      {written ? words.written : words.missing}
    </span>
  );
}

function Lacking({ missing, words }: { missing: readonly Part[]; words: PartWords }) {
  if (missing.length === 0) {
    return (
      <p className="flex items-center gap-2 border-s-4 border-ok bg-ok-bg px-4 py-2 text-ok">
        <Icon of="check" />
        {words.complete}
      </p>
    );
  }
  return (
    <div className="border border-rule border-s-4 border-s-danger px-4 py-2.5">
      <p className="font-semibold">{words.lacking.replace("{n}", String(missing.length))}</p>
      <ul>
        {missing.map((part) => (
          <li key={part} className="flex items-center gap-2">
            <Icon of="x" className="text-danger" />
            <a href={`#${part}`} className="inline-block py-1">
              {words.parts[part].write}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
