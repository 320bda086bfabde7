import { useTranslations } from "next-intl";
import type { Findable } from "#components/desk/find-by-initials.ts";
import { PickSeveral } from "#components/desk/pick-several.tsx";
import type { Kept } from "#components/desk/posts/kind-fields.tsx";
import { FormText } from "#components/ui/form-fields.tsx";
import { graceMinutes, longestTitle, mostHosts } from "#domain/sessions/input.ts";

/** What a live session is called, from when until when it is, and who answers. */
export function SessionFields({ kept, hosts }: { kept: Kept; hosts: readonly Findable[] }) {
  const t = useTranslations("sessions.composer");
  const pick = useTranslations("desk-letter.pick");
  return (
    <div className="grid gap-4">
      <FormText
        name="session.title"
        label={t("title")}
        hint={t("titleHint", { most: longestTitle })}
        autoComplete="off"
        defaultValue={kept["session.title"]}
      />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <FormText
          name="session.startsAt"
          type="datetime-local"
          label={t("startsAt")}
          defaultValue={kept["session.startsAt"]}
          className="min-w-0 flex-1 basis-52"
        />
        <FormText
          name="session.endsAt"
          type="datetime-local"
          label={t("endsAt")}
          defaultValue={kept["session.endsAt"]}
          className="min-w-0 flex-1 basis-52"
        />
      </div>
      <p className="text-sm text-ink-2">{t("endsHint", { minutes: graceMinutes })}</p>
      <PickSeveral
        name="session.hosts"
        legend={t("hosts")}
        hint={t("hostsHint", { most: mostHosts })}
        choices={hosts}
        defaultValues={kept["session.hosts"]?.split("\n") ?? []}
        words={{ find: pick("find"), found: pick.raw("found"), none: pick("none") }}
      />
    </div>
  );
}
