import { useTranslations } from "next-intl";
import { LampShape } from "#components/letters/lamp.tsx";
import { Count } from "#components/ui/count.tsx";
import { A } from "#components/ui/link.tsx";
import { type RunningLamp, runningLamps } from "#domain/letters/running-lamps.ts";

/** Red first: what is late is looked at first. */
const order: readonly RunningLamp[] = ["red", "amber", "green", "paused", "provisional"];

export interface QueueLink {
  href: string;
  words: string;
  current: boolean;
}

interface LampNavProps {
  all: QueueLink & { count: number };
  lamps: Record<RunningLamp, { href: string; count: number; current: boolean }>;
  /** Views that need no count: 待受理, 催办过的. */
  views: readonly QueueLink[];
}

const item =
  "flex min-h-target items-center gap-2 border-s-[3px] border-transparent px-3 text-ink no-underline hover:bg-brand-wash aria-[current]:border-brand aria-[current]:bg-card aria-[current]:font-semibold";

/** The queue by lamp with counts, and by whose turn it is. On a phone a line to push, at a desk the left column. */
export function LampNav({ all, lamps, views }: LampNavProps) {
  const t = useTranslations("queue");
  const names = useTranslations("calendar.lamp");
  const shown = order.filter(
    (lamp) => runningLamps.includes(lamp) && (lamp !== "provisional" || lamps[lamp].count > 0),
  );
  return (
    <nav aria-label={t("views")} className="unprinted text-sm lg:w-52 lg:flex-none lg:border-e lg:border-rule lg:py-3">
      <h2 className="hidden px-3 text-sm text-ink-2 lg:block">{t("byLamp")}</h2>
      <ul className="flex flex-wrap lg:block">
        <li>
          <A href={all.href} aria-current={all.current ? "page" : undefined} className={item}>
            <span className="flex-1">{all.words}</span>
            <Count of={all.count} />
          </A>
        </li>
        {shown.map((lamp) => (
          <li key={lamp}>
            <A href={lamps[lamp].href} aria-current={lamps[lamp].current ? "page" : undefined} className={item}>
              <LampShape lamp={lamp} className="size-4.5" />
              <span className="flex-1">{names(lamp)}</span>
              <Count of={lamps[lamp].count} />
            </A>
          </li>
        ))}
      </ul>
      <h2 className="mt-3 hidden px-3 text-sm text-ink-2 lg:block">{t("byTurn")}</h2>
      <ul className="flex flex-wrap lg:block">
        {views.map(({ href, words, current }) => (
          <li key={href}>
            <A href={href} aria-current={current ? "page" : undefined} className={item}>
              {words}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
