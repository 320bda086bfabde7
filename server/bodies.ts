import type { IncomingMessage } from "node:http";

/** Bytes: the largest picture we take and the form around it. next.config.js tells Next the same. */
const largest = 11 * 1024 * 1024;

export interface Unreadable {
  status: 400 | 411 | 413;
  words: string;
}

/**
 * What is wrong with a write before it is read: Next would break on it, or read on for ever. What goes to /api/ is
 * measured there as well, by smaller measures, and refused in the words of its page.
 */
export function unreadable({ url = "/", headers }: IncomingMessage): Unreadable | null {
  if (headers["transfer-encoding"] !== undefined) return { status: 411, words: unmeasured };
  if (Number(headers["content-length"] ?? 0) > largest && !url.startsWith("/api/")) {
    return { status: 413, words: tooLarge };
  }
  const type = headers["content-type"] ?? "";
  if (/^multipart\//i.test(type) && !/;\s*boundary="?[^\s";]/i.test(type)) return { status: 400, words: shapeless };
  return null;
}

const tooLarge =
  "提交的内容太大，没有保存。图片每张最多 10 MB；请用浏览器的“后退”回到刚才的页面，缩小后再发一次。 This is too large and was not saved. A picture may have 10 MB at most: please go back with your browser, make it smaller and send it again.\n";
const unmeasured =
  "提交的内容没有写明长度，没有保存。 The length of what was sent is missing, and nothing was saved.\n";
const shapeless =
  "提交的内容读不出来，没有保存。请回到刚才的页面再发一次。 What was sent cannot be read, and nothing was saved. Please go back and send it again.\n";
