"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** Only where a script can print: without one the browser's own menu does. */
export function PrintButton({ words }: { words: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" icon="printer" onClick={() => window.print()}>
      {words}
    </Button>
  );
}
