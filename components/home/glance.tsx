import { useTranslations } from "next-intl";
import { BriefList, DoneList } from "#components/letters/brief-list.tsx";
import { LampShape } from "#components/letters/lamp.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Glance } from "#domain/letters/read-glance.ts";
import { runningLamps } from "#domain/letters/running-lamps.ts";

/** 正在办的信: how many under each lamp, and those with least time left. */
export function OpenLetters({ letters }: { letters: Glance }) {
  const t = useTranslations("home.open");
  return (
    <Section id="open" title={t("count", { n: letters.open })} rule="above" aside={<A href="/letters">{t("all")}</A>}>
      <div className="hidden lg:block">
        <LampCounts lamps={letters.lamps} />
      </div>
      {letters.urgent.length > 0 ? (
        <BriefList letters={letters.urgent} />
      ) : (
        <p className="py-2.5 text-[1rem] text-ink-2">{t("none")}</p>
      )}
    </Section>
  );
}

/** On a phone, before the posts: the same counts, and the way past the posts to what lies below them. */
export function GlanceOnPhone({ letters }: { letters: Glance }) {
  const t = useTranslations("home");
  return (
    <div data-live="glance-on-phone" className="mb-5 lg:hidden">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-lg">{t("open.count", { n: letters.open })}</h2>
        <a href="#open" className="inline-flex min-h-target items-center text-sm">
          {t("open.list")}
        </a>
      </div>
      <LampCounts lamps={letters.lamps} />
      <nav aria-label={t("jump")} className="mt-5">
        <ul className="flex border-y border-rule text-[1rem] leading-snug">
          {(["posts", "open", "closed", "figures"] as const).map((part) => (
            <li key={part} className="flex-1 border-s border-rule first:border-0">
              <a
                href={`#${part}`}
                className={`grid min-h-target place-content-center text-center text-ink no-underline ${part === "posts" ? "border-b-[3px] border-brand font-semibold" : ""}`}
              >
                {t(`parts.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** Each count leads to its letters. A lamp that has no letter at all and is rare (预计) is left away. */
function LampCounts({ lamps }: { lamps: Glance["lamps"] }) {
  const t = useTranslations("home.open");
  const lit = useTranslations("calendar.lamp");
  const shown = runningLamps.filter((lamp) => lamp !== "provisional" || lamps[lamp] > 0);
  return (
    <nav aria-label={t("byLamp")} className="mt-1.5 mb-1">
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(4rem,1fr))] border border-rule bg-card">
        {shown.map((lamp) => (
          <li key={lamp} className="-ms-px border-s border-rule">
            <A
              href={`/letters?lamp=${lamp}`}
              className="flex flex-col items-center gap-1 px-0.5 pt-2.5 pb-2 text-center text-sm leading-snug text-ink-2 no-underline hover:bg-brand-wash"
            >
              <LampShape lamp={lamp} className="size-6" />
              <span className="[:lang(zh-CN)_&]:whitespace-nowrap">
                {lamp === "paused" ? t("paused") : lit(lamp)} <b className="text-ink tabular-nums">{lamps[lamp]}</b>
              </span>
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** 刚办结: the last that were answered, with what their writers said of it. */
export function ClosedLetters({ letters }: { letters: Glance }) {
  const t = useTranslations("home.closed");
  if (letters.closed.length === 0) return null;
  return (
    <Section id="closed" title={t("title")} rule="above" aside={<A href="/letters?state=closed">{t("all")}</A>}>
      <DoneList letters={letters.closed} />
    </Section>
  );
}
