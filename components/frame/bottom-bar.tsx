import { Icon } from "#components/ui/icon.tsx";
import type { IconName } from "#components/ui/icon-shapes.ts";
import { A } from "#components/ui/link.tsx";

export interface BarItem {
  href: string;
  words: string;
  icon: IconName;
  /** The one main task, filled. */
  filled?: boolean;
  current?: boolean;
  /** Leads to one's own page: the number of what is unread comes into it after the page. */
  own?: boolean;
}

/**
 * The phone's main tasks, all labelled; no hamburger. Sticky, not fixed: it lies below the content, so that it never
 * hides the last line.
 */
export function BottomBar({ label, items }: { label: string; items: readonly BarItem[] }) {
  return (
    <nav
      aria-label={label}
      className="bottom-bar unprinted sticky bottom-0 z-10 mt-auto border-t border-rule-strong bg-card px-2 pt-1.5 pb-[calc(.375rem+env(safe-area-inset-bottom))] lg:hidden"
    >
      <ul>
        {items.map(({ href, words, icon, filled, current, own }) => (
          <li key={href} {...(own && { "data-me": "badge", className: "relative" })}>
            <A
              href={href}
              aria-current={current ? "page" : undefined}
              className={filled ? "bottom-bar-task" : "bottom-bar-item"}
            >
              <Icon of={icon} />
              {words}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
