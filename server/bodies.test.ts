import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { unreadable } from "./bodies.ts";

const refused = (headers: Record<string, string>, url = "/write") =>
  unreadable({ url, headers } as unknown as IncomingMessage)?.status ?? null;

const form = "multipart/form-data; boundary=----x";

test("a form with a picture is read, one of which nobody can tell the end is not", () => {
  expect(refused({ "content-type": form, "content-length": String(10 * 1024 * 1024) })).toBeNull();
  expect(refused({ "content-type": 'multipart/form-data; boundary="x y"', "content-length": "9" })).toBeNull();
  expect(refused({ "content-type": form, "content-length": String(12 * 1024 * 1024) })).toBe(413);
  expect(refused({ "content-type": form, "transfer-encoding": "chunked" })).toBe(411);
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=", "MULTIPART/FORM-DATA; charset=x"]) {
    expect(refused({ "content-type": type, "content-length": "9" })).toBe(400);
  }
});

test("what has measures of its own is left to them, so that a script gets its answer", () => {
  expect(refused({ "content-type": form, "content-length": String(12 * 1024 * 1024) }, "/api/images")).toBeNull();
});
