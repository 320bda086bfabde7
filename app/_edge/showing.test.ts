import { expect, test } from "vitest";
import { showing } from "./showing.ts";

test.each([
  ["/posts/7", "/posts/7?since=41#comment-3"],
  ["/en/posts/7?sort=newest", "/en/posts/7?sort=newest&since=41#comment-3"],
  ["/posts/7?since=12&sort=oldest", "/posts/7?since=41&sort=oldest#comment-3"],
])("%s becomes %s", (path, wanted) => expect(showing(path, 41, "comment-3")).toBe(wanted));
