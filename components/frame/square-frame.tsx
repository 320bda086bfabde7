import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BottomBar } from "#components/frame/bottom-bar.tsx";
import { DemoBanner } from "#components/frame/demo-banner.tsx";
import { Foot } from "#components/frame/foot.tsx";
import { Masthead } from "#components/frame/masthead.tsx";
import { isIn, Rail } from "#components/frame/rail.tsx";
import { SkipLink, Strip } from "#components/frame/strip.tsx";
import { IncidentBand } from "#components/incidents/incident-band.tsx";
import { classes } from "#components/ui/classes.ts";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import type { RunningIncident } from "#domain/incidents/read-incidents.ts";

interface SquareFrameProps {
  /** The page's path without language, for the other language and for the section it is in. */
  path: string;
  demo: boolean;
  /** What every page says first, while it lasts. */
  incidents: readonly RunningIncident[];
  /** Pages that ask for one thing (writing, signing in) leave the sections away. */
  rail?: boolean;
  /** One `<Columns>`, which brings the `<main>`. */
  children: ReactNode;
}

/** The public record and the citizen's own pages: strip, masthead, sections, page, foot, and the phone's bar. */
export function SquareFrame({ path, demo, incidents, rail = true, children }: SquareFrameProps) {
  const t = useTranslations("frame.nav");
  const at = (href: string) => isIn(href, path);
  return (
    <>
      <SkipLink />
      <Strip path={path}>
        <Me words={t("me")} />
      </Strip>
      {demo && <DemoBanner words="square" />}
      <Masthead />
      <IncidentBand incidents={incidents} live={rail} />
      <div className={classes("mx-auto w-full max-w-page flex-1 px-4 lg:px-6", !rail && "without-rail")}>
        {rail ? (
          <div className="lg:grid lg:grid-cols-[13.25rem_minmax(0,1fr)] lg:gap-x-8">
            <Rail path={path} />
            {children}
          </div>
        ) : (
          children
        )}
      </div>
      <Foot />
      <BottomBar
        label={t("bar")}
        items={[
          { href: "/", words: t("home"), icon: "house", current: at("/") },
          { href: "/leaders", words: t("leaders"), icon: "users", current: at("/leaders") },
          { href: "/write", words: t("write"), icon: "pen", filled: true },
          { href: "/me", words: t("me"), icon: "user", current: at("/me"), own: true },
        ]}
      />
    </>
  );
}

/**
 * Leads to one's own page, and through it to signing in. What is personal (登录, 我的 3) comes after the page into this
 * reserved space; the page's own bytes are everybody's.
 */
function Me({ words }: { words: string }) {
  return (
    <span data-me="" className="inline-flex min-w-16 justify-end">
      <A href="/me" className="inline-flex min-h-target items-center gap-1.5 text-ink no-underline hover:underline">
        <Icon of="user" />
        {words}
      </A>
    </span>
  );
}
