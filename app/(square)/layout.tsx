import type { ReactNode } from "react";
import { inDemo } from "#app/_edge/demo.ts";
import { pathOf } from "#app/_edge/language.ts";
import { positionOf } from "#app/_edge/position.ts";
import { shows } from "#app/_edge/shows.ts";
import { SquareFrame } from "#components/frame/square-frame.tsx";
import { LiveLayer } from "#components/live/live-layer.tsx";
import { db } from "#db/client.ts";
import { readRunningIncidents } from "#domain/incidents/read-incidents.ts";

/** The public record: nothing is made at build, and nothing here knows who looks. */
export const dynamic = "force-dynamic";

export default async function Square({ children }: { children: ReactNode }) {
  await shows("incidents");
  return (
    <SquareFrame path={await pathOf()} demo={inDemo()} incidents={await readRunningIncidents(db)}>
      {children}
      <LiveLayer position={await positionOf()} />
    </SquareFrame>
  );
}
