/** What came of a write: done, or a no in words. */
export type Said = { ok: true } | { ok: false; words: string };

/** Sends a small write. The key makes it the same write however often the network makes us send it. */
export async function send(address: string, fields: Record<string, string>, failed: string): Promise<Said> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        "idempotency-key": crypto.randomUUID(),
      },
      body: JSON.stringify(fields),
    });
    if (answer.ok) return { ok: true };
    const { words } = (await answer.json()) as { words?: string };
    return { ok: false, words: words || failed };
  } catch {
    return { ok: false, words: failed };
  }
}
