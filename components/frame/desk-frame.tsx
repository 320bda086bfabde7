import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type BarItem, BottomBar } from "#components/frame/bottom-bar.tsx";
import { DemoBanner } from "#components/frame/demo-banner.tsx";
import { isIn } from "#components/frame/rail.tsx";
import { SkipLink, Strip } from "#components/frame/strip.tsx";
import { IncidentBand } from "#components/incidents/incident-band.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import type { RunningIncident } from "#domain/incidents/read-incidents.ts";

export interface DeskLink {
  href: string;
  words: string;
  count?: number;
}

interface DeskFrameProps {
  path: string;
  demo: boolean;
  /** What every page says first, while it lasts. */
  incidents: readonly RunningIncident[];
  /** What this person's roles open. */
  nav: readonly DeskLink[];
  /** For whom they work, and as what: 市交通运输局 · 承办人. */
  who?: { office: string; role: string };
  /** How many things have news for them; grows in place where the page has its live layer. */
  unread?: number;
  /** Ends the sign-in: the address or the action of a plain form. */
  signOut?: string | ((form: FormData) => void | Promise<void>);
  /** The phone's four main tasks (今日 · 信箱 · 发微博 · 我的), where a role has them. */
  bar?: readonly BarItem[];
  /** Brings its own `<main id="main">`. */
  children: ReactNode;
}

/** The workplace. Three marks set it apart from the public pages: filled tab, double hairline, dashed amber strip. */
export function DeskFrame({ path, demo, incidents, nav, who, unread = 0, signOut, bar, children }: DeskFrameProps) {
  const t = useTranslations("frame.desk");
  return (
    <>
      <SkipLink />
      <Strip path={path}>
        <A href="/" className="inline-flex min-h-target items-center text-ink no-underline hover:underline">
          {t("site")}
        </A>
      </Strip>
      {demo && <DemoBanner words="desk" />}
      <header className="desk-head unprinted flex flex-wrap items-stretch bg-card text-sm">
        <A
          href="/desk"
          className="flex min-h-12 items-center gap-2 whitespace-nowrap bg-brand px-4 text-on-brand no-underline"
        >
          <b lang="zh-CN" className="font-song text-lg leading-none tracking-[.12em]">
            公仆
          </b>
          {t("word")}
        </A>
        <DeskNav label={t("nav")} path={path} nav={nav} />
        <div className="ms-auto flex items-center gap-3 px-4">
          {who && (
            <p className="flex items-center gap-2 leading-tight">
              <Icon of="user" />
              <span>
                <b>{who.office}</b> <span className="text-ink-2">{who.role}</span>
              </span>
            </p>
          )}
          {who && <Bell words={t("notices")} unread={unread} />}
          {signOut && (
            <form action={signOut} {...(typeof signOut === "string" && { method: "post" })}>
              <button type="submit" className={buttonLook("quiet", "small", "min-h-target px-0! whitespace-nowrap")}>
                {t("signOut")}
              </button>
            </form>
          )}
        </div>
      </header>
      <IncidentBand incidents={incidents} live={false} />
      <div className="flex w-full flex-1 flex-col">{children}</div>
      {bar && <BottomBar label={t("bar")} items={bar} />}
    </>
  );
}

function Bell({ words, unread }: { words: string; unread: number }) {
  return (
    <span data-me="">
      <A
        href="/me/notices"
        className="inline-flex min-h-target items-center gap-1.5 text-ink no-underline hover:underline"
      >
        <Icon of="bell" />
        {words}
        <b data-unread={unread}>{unread > 0 ? unread : ""}</b>
      </A>
    </span>
  );
}

function DeskNav({ label, path, nav }: { label: string; path: string; nav: readonly DeskLink[] }) {
  return (
    <nav aria-label={label} className="order-last w-full border-t border-rule lg:order-none lg:w-auto lg:border-0">
      <ul className="flex h-full flex-wrap px-2">
        {nav.map(({ href, words, count }) => (
          <li key={href}>
            <A
              href={href}
              aria-current={isIn(href, path) ? "page" : undefined}
              className="flex h-full min-h-target items-center gap-1.5 whitespace-nowrap border-y-[3px] border-transparent px-3 text-ink no-underline hover:border-b-rule aria-[current]:border-b-brand aria-[current]:font-semibold aria-[current]:text-brand"
            >
              {words}
              {count !== undefined && <span className="font-normal tabular-nums text-ink-2">{count}</span>}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
