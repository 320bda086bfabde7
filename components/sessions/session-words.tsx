import { useLocale, useTranslations } from "next-intl";
import { nameOf, SpeakerName, SpeakerSeat } from "#components/people/speaker.tsx";
import { tongueOf } from "#components/people/tongue.ts";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { ShownSession } from "#domain/sessions/shown.ts";

const kinds: Record<ShownSession["state"], TagKind> = { coming: "neutral", live: "warn", over: "ok" };

export function SessionTag({ state }: Pick<ShownSession, "state">) {
  return <Tag kind={kinds[state]}>{useTranslations("sessions.states")(state)}</Tag>;
}

/** A title keeps its own language. */
export function SessionTitle({ title }: Pick<ShownSession, "title">) {
  return <span lang={tongueOf(title, useLocale())}>{title}</span>;
}

/** From when until when, as announced; of one day the second hour alone: 11月25日（周三）15:00至16:30. */
export function SessionTimes({ startsAt, endsAt }: Pick<ShownSession, "startsAt" | "endsAt">) {
  const t = useTranslations("sessions");
  const language = useLocale();
  const [first, last] = [startsAt, endsAt].map((at) => whenWords({ at, dayOnly: true }, language));
  const until = whenWords({ at: endsAt }, language);
  return (
    <>
      {t("times", {
        from: whenWords({ at: startsAt }, language),
        until: first === last ? until.slice(-"15:00".length) : until,
      })}
    </>
  );
}

/** In a line, for a card: 市委书记和市水务局. */
export function HostNames({ hosts }: Pick<ShownSession, "hosts">) {
  const language = useLocale();
  const names = hosts.map((host) => nameOf(language, host));
  return <>{new Intl.ListFormat(language).format(names)}</>;
}

/** With their seats, each leading to its stream. */
export function HostList({ hosts }: Pick<ShownSession, "hosts">) {
  const t = useTranslations("sessions");
  const language = useLocale();
  return (
    <ul aria-label={t("hosts")} className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
      {hosts.map((host) => (
        <li key={nameOf(language, host)} className="flex items-center gap-2.5">
          <SpeakerSeat speaker={host} />
          <span className="flex flex-wrap items-center gap-x-2">
            <SpeakerName speaker={host} />
          </span>
        </li>
      ))}
    </ul>
  );
}
