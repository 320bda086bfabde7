import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { nameOf, SpeakerName, SpeakerSeat } from "#components/people/speaker.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import type { PublicStream } from "#domain/offices/read-streams.ts";

/** Streams region by region: seat, name, office, and the way to write there. */
export function StreamList({ streams }: { streams: readonly PublicStream[] }) {
  const t = useTranslations("square.leaders");
  const language = useLocale();
  if (streams.length === 0) return <EmptyState title={t("none")} />;
  return [...Map.groupBy(streams, ({ region }) => region.slug).values()].map((here) => (
    <section key={here[0]!.region.slug} className="mt-4">
      <h3 className="text-base text-ink-2">{named(language, here[0]!.region)}</h3>
      <ul className="mt-1 border-t border-rule">
        {here.map((stream) => (
          <li
            key={stream.leader?.handle ?? stream.office.slug}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2.5"
          >
            <Row stream={stream} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Row({ stream }: { stream: PublicStream }) {
  const t = useTranslations("square.leaders");
  const language = useLocale();
  const { leader, office, mailbox } = stream;
  const speaker = { leader, office, nickname: null, voice: null };
  return (
    <>
      <SpeakerSeat speaker={speaker} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-x-2 leading-snug">
          <SpeakerName speaker={speaker} />
        </p>
        {leader && (
          <p className="text-sm text-ink-2">
            {named(language, office)}
            {leader.portfolio && <> · {leader.portfolio}</>}
          </p>
        )}
      </div>
      {mailbox && (
        <A
          href={`/write?mailbox=${mailbox.slug}`}
          aria-label={t("writeTo", { name: nameOf(language, speaker) })}
          className="inline-flex min-h-target items-center gap-1.5 text-[1rem]"
        >
          <Icon of="pen" />
          {t("write")}
        </A>
      )}
    </>
  );
}
