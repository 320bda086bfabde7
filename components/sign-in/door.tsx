import type { ReactNode } from "react";
import { Numeral } from "#components/ui/section.tsx";

interface DoorProps {
  number: number;
  title: string;
  aside: string;
  /** The door for everybody is blue, the staff's grey. */
  kind: "citizen" | "staff";
  children: ReactNode;
}

/** One of the two ways in. */
export function Door({ number, title, aside, kind, children }: DoorProps) {
  return (
    <section
      aria-labelledby={`door-${number}`}
      className={`flex flex-col gap-3 border border-t-[3px] border-rule bg-card px-4 pt-4 pb-5 sm:px-6 ${kind === "citizen" ? "border-t-brand" : "border-t-control"}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`door-${number}`} className="text-lg">
          <Numeral of={number} />
          {title}
        </h2>
        <p className="text-sm text-ink-2">{aside}</p>
      </div>
      {children}
    </section>
  );
}
