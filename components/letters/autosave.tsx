"use client";

import { useEffect, useRef, useState } from "react";

interface AutosaveProps {
  /** The form under which the draft is kept. */
  form: string;
  words: { saved: string; saving: string; notSaved: string };
  /** What was kept before this page: 草稿已存 09:41. */
  before?: string;
}

const pause = 1_200;

/** Keeps what is typed as it is typed. Without it every step keeps its own when it is sent. */
export function Autosave({ form, words, before }: AutosaveProps) {
  const here = useRef<HTMLParagraphElement>(null);
  const [said, say] = useState(before);
  useEffect(() => {
    const typed = here.current?.closest("form");
    if (!typed) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const keep = async () => {
      say(words.saving);
      const fields = wordsOf(typed);
      const kept = await send(form, fields);
      say(kept ? words.saved.replace("{time}", new Date().toTimeString().slice(0, 5)) : words.notSaved);
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, pause);
    };
    const stop = () => clearTimeout(waiting);
    typed.addEventListener("input", later);
    // Sending keeps everything itself; a late copy must not come after it.
    typed.addEventListener("submit", stop);
    return () => {
      stop();
      typed.removeEventListener("input", later);
      typed.removeEventListener("submit", stop);
    };
  }, [form, words]);
  return (
    <p ref={here} role="status" className="text-sm text-ink-2">
      {said}
    </p>
  );
}

/** What a form has in its fields; of a field that stands several times, every value on its own line. */
function wordsOf(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    fields[name] = fields[name] === undefined ? value : `${fields[name]}\n${value}`;
  }
  return fields;
}

async function send(form: string, fields: Record<string, unknown>): Promise<boolean> {
  try {
    const answer = await fetch("/api/drafts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ form, fields }),
      keepalive: true,
    });
    return answer.ok;
  } catch {
    return false;
  }
}
