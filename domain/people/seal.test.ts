import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keyedHash, seal, unseal } from "./seal.ts";

beforeEach(() => vi.stubEnv("GONGPU_SECRET", "one secret of a test"));
afterEach(() => vi.unstubAllEnvs());

describe("sealing", () => {
  test("gives every text back", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => unseal(seal(text)) === text.toWellFormed()));
  });

  test("never writes the same twice", () => {
    expect(seal("13800138000")).not.toBe(seal("13800138000"));
  });

  test("refuses bytes that were changed", () => {
    const bytes = Buffer.from(seal("13800138000"), "base64");
    bytes[bytes.length - 1]! ^= 1;
    expect(() => unseal(bytes.toString("base64"))).toThrow();
  });

  test("refuses what another secret sealed", () => {
    const sealed = seal("13800138000");
    vi.stubEnv("GONGPU_SECRET", "another secret");
    expect(() => unseal(sealed)).toThrow();
  });

  test("says what is missing without a secret", () => {
    vi.stubEnv("GONGPU_SECRET", "");
    expect(() => seal("x")).toThrow("GONGPU_SECRET is not set");
  });
});

describe("a keyed hash", () => {
  test("is the same for the same text, and tells nothing of it", () => {
    expect(keyedHash("13800138000")).toBe(keyedHash("13800138000"));
    expect(keyedHash("13800138000")).toMatch(/^[0-9a-f]{64}$/);
    expect(keyedHash("13800138000")).not.toBe(keyedHash("13800138001"));
  });

  test("differs under another secret", () => {
    const hash = keyedHash("13800138000");
    vi.stubEnv("GONGPU_SECRET", "another secret");
    expect(keyedHash("13800138000")).not.toBe(hash);
  });
});
