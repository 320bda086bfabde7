import { expect, test } from "vitest";
import { readKey, readNote } from "#scripts/verify-ledger.mjs";
import { checkpointText, makeSigner } from "./note.ts";

const lines = (note: string, key: string) => readNote(note, readKey(key), "", "");

test("the verifier reads the example of the specification", () => {
  const key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  const note =
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  expect(lines(note, key)).toEqual(["This is an example message."]);
  expect(() => lines(note.replace("an example", "no example"), key)).toThrow();
  expect(() => lines(note, key.replace("530d903a", "530d903b"))).toThrow();
});

test("signs as RFC 8032 has it, under the platform's address", () => {
  // RFC 8032, 7.1, test 1.
  const seed = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
  const signer = makeSigner("https://gongpu.example/", seed.toString("base64"));
  const key = Buffer.from("01d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "hex");
  expect(signer.origin).toBe("gongpu.example");
  expect(signer.key.split("+").slice(2).join("+")).toBe(key.toString("base64"));
  expect(makeSigner("https://gongpu.example", seed.toString("base64url"))).toMatchObject({ key: signer.key });

  const note = signer.sign(checkpointText(signer.origin, 0, Buffer.alloc(32)));
  expect(note).toMatch(/^gongpu\.example\n0\nA{43}=\n\n— gongpu\.example [\w+/]{91}=\n$/);
  expect(lines(note, signer.key)).toEqual(["gongpu.example", "0", `${"A".repeat(43)}=`]);
  expect(() => lines(note, makeSigner("https://gongpu.example", Buffer.alloc(32).toString("base64")).key)).toThrow();
});

test("other signatures beside the ledger's are not looked at", () => {
  const signer = makeSigner("http://localhost:3000", Buffer.alloc(32, 7).toString("base64"));
  const witnessed = `${signer.sign("text\n")}— witness.example AAAAAAAA\n`;
  expect(lines(witnessed, signer.key)).toEqual(["text"]);
});
