import { refusalOf } from "#app/_edge/refusal-of.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { spanInput } from "#domain/ledger/input.ts";
import { makeSigner, type Signer } from "#domain/ledger/note.ts";
import type { Span } from "#domain/ledger/read-ledger.ts";
import { Refusal } from "#domain/refusal.ts";

let signer: Signer | undefined;

/** Who signs for this platform; the server has left word of it in the environment. */
export function ledgerSigner(): Signer {
  signer ??= makeSigner(process.env.PUBLIC_URL ?? "", process.env.LEDGER_KEY ?? "");
  return signer;
}

/** The two numbers in an address of the ledger. */
export function spanOf(request: Request): Span {
  const { searchParams } = new URL(request.url);
  const span = spanInput.safeParse(Object.fromEntries(searchParams));
  if (!span.success) throw new Refusal("ledger.notNumbers");
  return span.data;
}

/** Answers with what is there; where there is nothing to give, with a sentence, 404, or 400 where the question was wrong. */
export async function ledgerAnswer(
  type: string,
  read: () => Promise<BodyInit>,
  caching = "no-cache",
): Promise<Response> {
  try {
    return new Response(await read(), { headers: { "content-type": type, "cache-control": caching } });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return new Response(`${await wordsOfRefusal(refusal)}\n`, {
      status: statuses[refusal.key] ?? 404,
      headers: { "content-type": plain, "cache-control": "private, no-store" },
    });
  }
}

export const plain = "text/plain; charset=utf-8";
export const json = "application/json";

/** All others: there is no such thing, or not yet. */
const statuses: Record<string, number> = { "ledger.notNumbers": 400, "ledger.backwards": 400, unavailable: 503 };
