"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { buttonLook } from "#components/ui/button-look.ts";
import { classes } from "#components/ui/classes.ts";

interface PhotoPickerProps {
  /** Tokens of the photos that are there already. */
  kept: string[];
  most: number;
  /** What stands beside each photo: a field that says what it shows. */
  beside?: (token: string, place: number) => ReactNode;
  words: {
    label: string;
    hint: string;
    /** 照片 {n} */
    photo: string;
    remove: string;
    upload: string;
    uploading: string;
    failed: string;
    tooMany: string;
  };
}

/**
 * Photos of a letter. Each is sent by itself as soon as it is chosen, so that a slow line loses one and not the letter.
 * Without script it is one at a time, with a button of its own.
 */
export function PhotoPicker({ kept, most, beside, words }: PhotoPickerProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [tokens, setTokens] = useState(kept);
  const [said, say] = useState("");
  const [awake, wake] = useState(false);
  useEffect(() => wake(true), []);

  const change = (next: string[]) => {
    setTokens(next);
    // The draft is kept on input; a hidden field says nothing by itself.
    setTimeout(() => box.current?.dispatchEvent(new Event("input", { bubbles: true })));
  };
  const add = async (files: File[]) => {
    say(files.length > most - tokens.length ? words.tooMany : words.uploading);
    let now = tokens;
    let problem = "";
    for (const file of files.slice(0, most - tokens.length)) {
      const { token, refusal } = await send(file);
      if (token) now = [...now, token];
      else problem = refusal || words.failed;
    }
    change(now);
    say(problem || (files.length > most - tokens.length ? words.tooMany : ""));
  };

  return (
    <fieldset ref={box} id="photos" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold leading-normal">{words.label}</legend>
      <p id="photos-hint" className="text-sm text-ink-2">
        {words.hint}
      </p>
      <input type="hidden" name="images" value={tokens.join(",")} />
      <ul className="flex flex-wrap gap-3 empty:hidden">
        {tokens.map((token, place) => (
          <li key={token} className={classes("mt-2", beside ? "flex w-full flex-wrap items-start gap-x-4" : "w-28")}>
            {/* biome-ignore lint/performance/noImgElement: our own re-encoded bytes, shown to their owner alone */}
            <img
              src={`/images/${token}`}
              alt={words.photo.replace("{n}", String(place + 1))}
              className={classes("aspect-square border border-rule object-cover", beside ? "w-28" : "w-full")}
            />
            {beside?.(token, place)}
            <button
              type={awake ? "button" : "submit"}
              name="do"
              value={`remove ${token}`}
              className={buttonLook("quiet", "small", "px-0")}
              onClick={() => awake && change(tokens.filter((one) => one !== token))}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      {tokens.length < most && (
        <div className="mt-2 flex flex-wrap gap-3">
          <input
            type="file"
            name={awake ? undefined : "photo"}
            multiple={awake}
            accept="image/*"
            aria-label={words.label}
            aria-describedby="photos-hint"
            className="control min-w-0 flex-1 basis-60"
            onChange={({ currentTarget: input }) => {
              const chosen = [...(input.files ?? [])];
              input.value = "";
              void add(chosen);
            }}
          />
          {!awake && (
            <button type="submit" name="do" value="photo" className={buttonLook()}>
              {words.upload}
            </button>
          )}
        </div>
      )}
      <p role="status" className="text-sm text-ink-2">
        {said}
      </p>
    </fieldset>
  );
}

async function send(photo: File): Promise<{ token?: string; refusal?: string }> {
  const form = new FormData();
  form.append("image", photo);
  try {
    const answer = await fetch("/api/images", { method: "POST", body: form, headers: { accept: "application/json" } });
    const { token, words } = (await answer.json()) as { token?: string; words?: string };
    return answer.ok ? { token } : { refusal: words };
  } catch {
    return {};
  }
}
