import type { ReactNode } from "react";
import { A } from "#components/ui/link.tsx";

export interface Tab {
  href: string;
  words: string;
  count?: number | string;
  current?: boolean;
}

/** Views of one list, each at its own address: 最热 · 最新 · 最早. With a title it is the head of the list. */
export function Tabs({ label, tabs, title }: { label: string; tabs: readonly Tab[]; title?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-end gap-x-5 border-b border-rule">
      {title && <h2 className="flex-1 py-1.5 text-lg leading-snug">{title}</h2>}
      <nav aria-label={label}>
        <ul className="flex flex-wrap gap-x-5">
          {tabs.map((tab) => (
            <li key={tab.href}>
              <A
                href={tab.href}
                aria-current={tab.current ? "page" : undefined}
                className="inline-flex min-h-target items-center gap-1.5 whitespace-nowrap border-y-[3px] border-transparent text-ink-2 no-underline hover:underline aria-[current]:border-b-brand aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {tab.words}
                {tab.count !== undefined && <span className="font-normal tabular-nums text-ink-2">{tab.count}</span>}
              </A>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
