import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { headline } from "#components/posts/headline.ts";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { RunningIncident } from "#domain/incidents/read-incidents.ts";

interface IncidentBandProps {
  incidents: readonly RunningIncident[];
  /**
   * On the square, where it comes and goes while somebody reads. A page of one person is rendered again by its own acts,
   * and what React renders again nobody else may put in anew.
   */
  live: boolean;
}

/** The authoritative word at the head of every page, while an incident lasts: what, whose word, how far it is told. */
export function IncidentBand({ incidents, live }: IncidentBandProps) {
  return (
    <div data-live={live ? "incidents" : undefined} aria-live="polite">
      {incidents.length > 0 && <Band incidents={incidents} />}
    </div>
  );
}

function Band({ incidents }: { incidents: readonly RunningIncident[] }) {
  const t = useTranslations("incidents");
  return (
    <section aria-label={t("label")} className="incident-band tinted border-y-2 border-danger bg-danger-bg text-danger">
      <ul className="mx-auto w-full max-w-page px-4 lg:px-6">
        {incidents.map((incident) => (
          <Line key={incident.postId} incident={incident} />
        ))}
      </ul>
    </section>
  );
}

function Line({ incident: { postId, body, office, publishedAt, update } }: { incident: RunningIncident }) {
  const t = useTranslations("incidents");
  const language = useLocale();
  return (
    <li className="border-danger not-first:border-t">
      <A
        href={update ? `/posts/${postId}#update-${update.number}` : `/posts/${postId}`}
        className="flex min-h-target flex-wrap items-center gap-x-2.5 py-1 leading-snug text-danger no-underline hover:underline"
      >
        <b className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <Icon of="siren" />
          {t("word")}
        </b>
        <span className="line-clamp-1 min-w-0 flex-1 basis-48 font-semibold elder:line-clamp-2">
          {headline(body, 60)}
        </span>
        <span className="text-sm">
          {update && <>{t("update", { n: update.number })} · </>}
          <When at={update?.at ?? publishedAt} short />
          <span className="hidden sm:inline"> · {named(language, office)}</span>
        </span>
      </A>
    </li>
  );
}
