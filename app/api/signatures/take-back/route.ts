import { write } from "#app/_edge/write.ts";
import { takeBackSignature } from "#domain/signatures/cosign.ts";
import { takeBackInput } from "#domain/signatures/input.ts";

/** 撤回附议, while offices have work with the letter. */
export const POST = write({
  schema: takeBackInput,
  run: takeBackSignature,
  action: "signature",
  repeatable: true,
  seen: ({ number }) => `/letters/${number}/cosign?done=takenBack`,
  kept: ({ number = "" }) => `/letters/${encodeURIComponent(number)}/cosign`,
});
