import type { ReactNode } from "react";
import { inDemo } from "#app/_edge/demo.ts";
import { deskOf } from "#app/_edge/desk-menu.ts";
import { pathOf } from "#app/_edge/language.ts";
import { positionOf } from "#app/_edge/position.ts";
import { leave } from "#app/_edge/sign-out.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { DeskFrame } from "#components/frame/desk-frame.tsx";
import { LiveLayer } from "#components/live/live-layer.tsx";
import { db } from "#db/client.ts";
import { readRunningIncidents } from "#domain/incidents/read-incidents.ts";
import { countUnread } from "#domain/notices/read-notices.ts";

/** The frame is for whoever works here; what a page shows and does, its own domain functions decide. */
export default async function Desk({ children }: { children: ReactNode }) {
  const path = await pathOf();
  const person = await requireSignedIn(path);
  return (
    <DeskFrame
      path={path}
      demo={inDemo()}
      incidents={await readRunningIncidents(db)}
      {...(await deskOf(person))}
      unread={await countUnread(db, person)}
      signOut={leave}
    >
      {children}
      <LiveLayer position={await positionOf()} />
    </DeskFrame>
  );
}
