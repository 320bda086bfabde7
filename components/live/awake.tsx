"use client";

import { useEffect } from "react";
import type { LiveWords } from "./words.ts";

interface AwakeProps {
  /** The last event that the page's bytes know of. */
  position: number;
  words: LiveWords;
}

/**
 * The one island of the square, once a page. The page is whole without it; it wakes when the browser has nothing else to
 * do and finds by these attributes what there is to be done:
 *
 * - `data-me` on a place for 登录 or 我的 3, around a link to /me; `data-me="badge"` for the number alone
 * - `data-own="绝对好人"` on a hidden link that only this person needs
 * - `data-vote="comment:12"` on a form to /api/votes, with `data-count="up"` and `"down"` around its numbers
 * - `data-follow="leader:shuji"` on a form to /api/follows whose button says in `data-on` and `data-off` what it does
 * - `data-suggest="单位和领导"` on a search field beneath which names may be offered
 * - `data-cosign="HY-2026-00012"` around the form that stands beside a letter and the line that says one does
 * - `data-ballot="7"` around the ballot of the post 7 and the line that one's own is cast
 * - `data-composer` on a form whose text is to be kept while it is written
 * - `data-new-comments="7"` where 有 3 条新评论 may stand, for the post 7; `data-new-posts="home"` for new posts on a topic
 * - `data-new-notices` where 有新通知 may stand, on the list of what somebody was told
 * - `data-watch="letter:HY-2026-00012"` where 有更新 may stand, for one or more topics
 * - `data-live="comment:12"` on what is put in anew, in place, when it reads differently on the newer page
 */
export function Awake({ position, words }: AwakeProps) {
  useEffect(() => {
    const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
    let sleep: (() => void) | undefined;
    let left = false;
    idle(async () => {
      const { wake } = await import("./wake.ts");
      if (!left) sleep = wake(position, words);
    });
    return () => {
      left = true;
      sleep?.();
    };
  }, [position, words]);
  return null;
}
