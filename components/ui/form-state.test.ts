import { expect, test } from "vitest";
import { textOf, withoutSecrets } from "./form-state.ts";

test("a password and the code of an SMS do not come back into the page; the reason of a refusal does", () => {
  expect(withoutSecrets({ name: "a", password: "b", totp: "c" })).toEqual({ name: "a" });
  expect(withoutSecrets({ phone: "138", code: "123456" })).toEqual({ phone: "138" });
  expect(withoutSecrets({ letterId: "7", code: "duplicate", words: "已受理" })).toMatchObject({ code: "duplicate" });
});

test("a form is read without what no database stores, and without what React added", () => {
  const form = new FormData();
  form.append("$ACTION_KEY", "k");
  form.append("a\0", "水\0压");
  form.append("b", "1");
  form.append("b", "2");
  expect(textOf(form)).toEqual({ a: "水压", b: ["1", "2"] });
});
