import { write } from "#app/_edge/write.ts";
import { cosignLetter } from "#domain/signatures/cosign.ts";
import { cosignInput } from "#domain/signatures/input.ts";

const own = (number: string | undefined) => `/letters/${encodeURIComponent(number ?? "")}/cosign`;

/** 附议. The same signature given twice is one; what became of it is said on a page of one's own. */
export const POST = write({
  schema: cosignInput,
  run: cosignLetter,
  action: "signature",
  repeatable: true,
  seen: ({ number, already, contact, asked }) =>
    `${own(number)}?done=${already ? "again" : asked && !contact ? "contactsFull" : "signed"}`,
  kept: ({ number }) => own(number),
});
