"use client";

import { OurFault } from "#components/frame/our-fault.tsx";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <OurFault number={error.digest} again={reset} />;
}
