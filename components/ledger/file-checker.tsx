"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Found, LedgerRecord, Problem } from "#components/ledger/check-file.ts";
import type { Language } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { whenWords } from "#components/ui/when-words.ts";

export interface CheckWords {
  file: string;
  fileHint: string;
  paste: string;
  run: string;
  working: string;
  insecure: string;
  empty: string;
  right: string;
  found: string;
  key: string;
  unsigned: string;
  records: Record<"title" | "position" | "at" | "what" | "unopened", string>;
  wrong: string;
  problems: Record<Problem["problem"], string>;
}

type Outcome = Found | Problem | "working" | "insecure" | "empty";

const filled = (words: string, blanks: object) =>
  Object.entries(blanks).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), words);

interface FileCheckerProps {
  words: CheckWords;
  /** What a letter's page calls each step. */
  steps: Record<string, string>;
  language: Language;
}

/**
 * Checks a ledger.json that is chosen or pasted; the checking itself is fetched when there is something to check. No form:
 * what somebody pastes here must never be sent anywhere.
 */
export function FileChecker({ words, steps, language }: FileCheckerProps) {
  const file = useRef<HTMLInputElement>(null);
  const pasted = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const run = useCallback(async () => {
    const text = pasted.current?.value || ((await file.current?.files?.[0]?.text()) ?? "");
    if (text.trim() === "") return setOutcome("empty");
    // Over plain http, other than on one's own machine, browsers give pages no cryptography.
    if (!globalThis.crypto?.subtle) return setOutcome("insecure");
    setOutcome("working");
    const { checkFile } = await import("#components/ledger/check-file.ts");
    setOutcome(await checkFile(text));
  }, []);

  // What was chosen or pasted before this woke up.
  useEffect(() => {
    if (file.current?.files?.length || pasted.current?.value) void run();
  }, [run]);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border border-rule bg-card px-4 py-4">
      <div>
        <label htmlFor="ledger-file" className="block font-semibold">
          {words.file}
        </label>
        <p id="ledger-file-hint" className="text-sm text-ink-2">
          {words.fileHint}
        </p>
        <input
          ref={file}
          id="ledger-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="ledger-file-hint"
          className="control mt-1"
          onChange={() => {
            if (pasted.current) pasted.current.value = "";
            void run();
          }}
        />
      </div>
      <div className="min-w-0">
        <label htmlFor="ledger-text" className="block font-semibold">
          {words.paste}
        </label>
        <textarea
          ref={pasted}
          id="ledger-text"
          spellCheck={false}
          rows={4}
          className="control max-h-64 font-mono text-base"
        />
      </div>
      <p>
        <Button type="button" kind="go" icon="shield" onClick={() => void run()}>
          {words.run}
        </Button>
      </p>
      <div role="status">{outcome && <Told {...{ outcome, words, steps, language }} />}</div>
    </div>
  );
}

function Told({ outcome, words, ...naming }: FileCheckerProps & { outcome: Outcome }) {
  if (outcome === "working") return <p>{words.working}</p>;
  if (typeof outcome === "string") return <Notice kind="warn">{words[outcome]}</Notice>;
  if ("problem" in outcome) {
    return (
      <Notice kind="danger" title={words.wrong}>
        {filled(words.problems[outcome.problem], outcome)}
      </Notice>
    );
  }
  return (
    <Notice kind={outcome.signed ? "ok" : "warn"} title={words.right}>
      <p>{filled(words.found, outcome)}</p>
      <p className="mt-1">{outcome.signed ? words.key : words.unsigned}</p>
      <p className="font-mono text-sm break-all">{outcome.key}</p>
      <Records records={outcome.records} words={words.records} {...naming} />
    </Notice>
  );
}

type RecordsProps = Pick<FileCheckerProps, "steps" | "language"> & {
  records: LedgerRecord[];
  words: CheckWords["records"];
};

function Records({ records, words, steps, language }: RecordsProps) {
  const nameOf = (what: string) => steps[what.replace("letter.", "")] ?? what;
  return (
    <Disclosure summary={words.title}>
      <DataTable
        caption={words.title}
        compact
        columns={[{ words: words.position, numeric: true }, { words: words.at }, { words: words.what }]}
      >
        {records.map(({ position, at, what, office }) => (
          <tr key={position}>
            <Cell label={words.position} numeric head>
              {position}
            </Cell>
            <Cell label={words.at}>
              <time dateTime={at}>{whenWords({ at }, language)}</time>
            </Cell>
            <Cell label={words.what}>
              {what ? nameOf(what) : words.unopened} {office && <code className="font-mono">{office}</code>}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </Disclosure>
  );
}
