import type { ReactNode } from "react";
import { inDemo } from "#app/_edge/demo.ts";
import { pathOf } from "#app/_edge/language.ts";
import { positionOf } from "#app/_edge/position.ts";
import { SquareFrame } from "#components/frame/square-frame.tsx";
import { LiveLayer } from "#components/live/live-layer.tsx";

/** The public record: nothing is made at build, and nothing here knows who looks. */
export const dynamic = "force-dynamic";

export default async function Square({ children }: { children: ReactNode }) {
  return (
    <SquareFrame path={await pathOf()} demo={inDemo()}>
      {children}
      <LiveLayer position={await positionOf()} />
    </SquareFrame>
  );
}
