import type { ReactNode } from "react";
import { inDemo } from "#app/_edge/demo.ts";
import { pathOf } from "#app/_edge/language.ts";
import { DeskFrame } from "#components/frame/desk-frame.tsx";

export default async function Desk({ children }: { children: ReactNode }) {
  return (
    <DeskFrame path={await pathOf()} demo={inDemo()} nav={[]}>
      {children}
    </DeskFrame>
  );
}
