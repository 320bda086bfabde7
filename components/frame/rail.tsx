import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { IconName } from "#components/ui/icon-shapes.ts";
import { A } from "#components/ui/link.tsx";

export const sections = [
  { href: "/", words: "home", icon: "house" },
  { href: "/leaders", words: "leaders", icon: "users" },
  { href: "/letters", words: "letters", icon: "mail" },
  { href: "/stories", words: "stories", icon: "megaphone" },
  { href: "/appeals", words: "appeals", icon: "heart" },
  { href: "/suggestions", words: "suggestions", icon: "list-checks" },
  { href: "/sessions", words: "sessions", icon: "mic" },
  { href: "/search", words: "search", icon: "search" },
  { href: "/look-up", words: "lookUp", icon: "key-round" },
  { href: "/directory", words: "directory", icon: "phone" },
  { href: "/statistics", words: "statistics", icon: "chart-column" },
  { href: "/assessment", words: "assessment", icon: "scale" },
  { href: "/log", words: "log", icon: "file-text" },
  { href: "/ledger", words: "ledger", icon: "lock" },
] as const satisfies { href: string; words: string; icon: IconName }[];

/** The section a page belongs to: `/letters/HY-…` is under 信件; only `/` itself is 首页. */
export function isIn(section: string, path: string): boolean {
  const page = path.replace(/[?#].*$/, "");
  return page === section || (section !== "/" && page.startsWith(`${section}/`));
}

/** The sections at the left; on a phone the bottom bar and the masthead hold what is needed of them. */
export function Rail({ path }: { path: string }) {
  const t = useTranslations("frame.nav");
  return (
    <nav aria-label={t("label")} className="unprinted hidden pt-4 text-[1rem] lg:block">
      <ul>
        {sections.map(({ href, words, icon }) => (
          <li key={href}>
            <A
              href={href}
              aria-current={isIn(href, path) ? "page" : undefined}
              className="group flex min-h-target items-center gap-2.5 border-s-[3px] border-transparent px-3 text-ink no-underline hover:bg-brand-wash aria-[current]:border-brand aria-[current]:bg-brand-wash aria-[current]:font-semibold aria-[current]:text-brand"
            >
              <Icon of={icon} className="text-ink-2 group-aria-[current]:text-brand" />
              {t(words)}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
