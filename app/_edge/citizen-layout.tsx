import type { ReactNode } from "react";
import { inDemo } from "#app/_edge/demo.ts";
import { pathOf } from "#app/_edge/language.ts";
import { positionOf } from "#app/_edge/position.ts";
import { SquareFrame } from "#components/frame/square-frame.tsx";
import { LiveLayer } from "#components/live/live-layer.tsx";
import { db } from "#db/client.ts";
import { readRunningIncidents } from "#domain/incidents/read-incidents.ts";

/** A person's own pages outside the workplace (/me, /write, /sign-in, a letter's acts): the square's frame, no sections. */
export default async function Citizen({ children }: { children: ReactNode }) {
  return (
    <SquareFrame path={await pathOf()} demo={inDemo()} incidents={await readRunningIncidents(db)} rail={false}>
      {children}
      <LiveLayer position={await positionOf()} />
    </SquareFrame>
  );
}
