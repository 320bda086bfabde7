"use client";

import { OurFault } from "#components/frame/our-fault.tsx";
import "./globals.css";

/** The root itself broke: this page brings its own <html>. */
export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <div className="page">
          <title>公仆</title>
          <OurFault number={error.digest} again={reset} />
        </div>
      </body>
    </html>
  );
}
