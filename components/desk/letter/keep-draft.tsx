"use client";

import { useEffect, useRef, useState } from "react";

interface KeepDraftProps {
  /** Keeps what stands in the form, and says when. */
  keep: (form: FormData) => Promise<{ at: string } | null>;
  words: { saved: string; saving: string; notSaved: string };
  /** What was kept before this page: 09:41 已自动保存. */
  before?: string;
}

const pause = 1_500;

/** Keeps a long answer while it is written; without a script there is the button beside it. */
export function KeepDraft({ keep, words, before }: KeepDraftProps) {
  const here = useRef<HTMLParagraphElement>(null);
  const [said, say] = useState(before);
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const save = async () => {
      say(words.saving);
      const kept = await keep(new FormData(form)).catch(() => null);
      say(kept ? words.saved.replace("{time}", kept.at) : words.notSaved);
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(save, pause);
    };
    // Sending keeps everything itself; a late copy must not come after it.
    const stop = () => clearTimeout(waiting);
    form.addEventListener("input", later);
    form.addEventListener("submit", stop);
    return () => {
      stop();
      form.removeEventListener("input", later);
      form.removeEventListener("submit", stop);
    };
  }, [keep, words]);
  return (
    <p ref={here} role="status" className="text-sm text-ink-2">
      {said}
    </p>
  );
}
