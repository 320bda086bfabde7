"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";

interface Offered {
  number: string;
  label: string;
  /** What is written: 联系电话：办公室 0762-000-1001。 */
  sentence: string;
  /** What the button does, for who listens. */
  named: string;
}

interface OfferPhonesProps {
  phones: readonly Offered[];
  /** The id of the field it is written into. */
  into: string;
  words: { title: string; add: string };
}

/** An answer ends with whom to call: the office's own numbers, read here, written in with one tap where there is a script. */
export function OfferPhones({ phones, into, words }: OfferPhonesProps) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <section className="border border-rule border-t-0 bg-card px-4 py-3">
      <h3 className="text-base">{words.title}</h3>
      <ul>
        {phones.map(({ number, label, sentence, named }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <span>
              <span className="text-ink-2">{label}</span> <b className="tabular-nums">{number}</b>
            </span>
            {ready && (
              <Button type="button" size="small" aria-label={named} onClick={() => writeInto(into, sentence)}>
                {words.add}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The field looks after itself: it hears of it as of anything typed. Twice the same is once. */
function writeInto(id: string, sentence: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return;
  if (!field.value.includes(sentence)) {
    field.value = [field.value.trimEnd(), sentence].filter(Boolean).join("\n");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.focus();
}
