import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { FormSelect } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Section } from "#components/ui/section.tsx";
import { type NoticeChannel, type NoticeKind, noticeChannels, paces } from "#domain/notices/kinds.ts";
import type { Reach } from "#domain/notices/reach.ts";

interface SettingsFormProps {
  reach: Reach;
  /** What this person can be told of at all. */
  kinds: readonly NoticeKind[];
  action: (before: FormState, form: FormData) => Promise<FormState>;
}

/** Of what, by which way, how soon; and at which hours not. A way that leads nowhere is not offered. */
export function SettingsForm({ reach, kinds, action }: SettingsFormProps) {
  const t = useTranslations("notice-settings");
  const channels = noticeChannels.filter((channel) => reach.to[channel] !== null);
  return (
    <ActionForm action={action} problemsTitle={t("problems")}>
      {channels.length > 0 && (
        <Section title={t("kinds.title")}>
          <PaceTable paces={reach.paces} kinds={kinds} channels={channels} />
        </Section>
      )}
      <Section title={t("hours.title")}>
        <HourFields settings={reach.settings} />
      </Section>
      <p className="mt-5">
        <Button kind="go">{t("save")}</Button>
      </p>
    </ActionForm>
  );
}

interface PaceTableProps {
  paces: Reach["paces"];
  kinds: readonly NoticeKind[];
  channels: readonly NoticeChannel[];
}

function PaceTable({ paces: chosen, kinds, channels }: PaceTableProps) {
  const t = useTranslations("notice-settings");
  const nameOf = useTranslations("notice-page.kinds");
  const choices = paces.map((value) => ({ value, words: t(`paces.${value}`) }));
  return (
    <DataTable
      caption={t("kinds.title")}
      columns={[{ words: t("kinds.kind") }, ...channels.map((channel) => ({ words: t(`kinds.${channel}`) }))]}
    >
      {kinds.map((kind) => (
        <tr key={kind}>
          <Cell head label={t("kinds.kind")}>
            {nameOf(kind)}
          </Cell>
          {channels.map((channel) => (
            <Cell key={channel} label={t(`kinds.${channel}`)}>
              <FormSelect
                name={`${kind}.${channel}`}
                label={
                  <span className="sr-only">
                    {t("kinds.fieldOf", { kind: nameOf(kind), channel: t(`kinds.${channel}`) })}
                  </span>
                }
                defaultValue={chosen[kind][channel]}
                choices={choices}
              />
            </Cell>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

function HourFields({ settings }: { settings: Reach["settings"] }) {
  const t = useTranslations("notice-settings.hours");
  const choices = hours.map((hour) => ({
    value: String(hour),
    words: t("hour", { hour: String(hour).padStart(2, "0") }),
  }));
  return (
    <div className="mt-3 grid gap-4">
      <div>
        <div className="flex flex-wrap gap-4">
          <FormSelect name="quietFrom" label={t("from")} defaultValue={String(settings.quietFrom)} choices={choices} />
          <FormSelect
            name="quietUntil"
            label={t("until")}
            defaultValue={String(settings.quietUntil)}
            choices={choices}
          />
        </div>
        <p className="mt-1 text-sm text-ink-2">{t("quietHint")}</p>
      </div>
      <FormSelect
        name="digestHour"
        label={t("digest")}
        hint={t("digestHint")}
        defaultValue={String(settings.digestHour)}
        choices={choices}
        className="max-w-[28rem]"
      />
      <FormSelect
        name="language"
        label={t("language")}
        defaultValue={settings.language}
        choices={(["zh-CN", "en"] as const).map((value) => ({ value, words: t(`languages.${value}`) }))}
        className="max-w-[12rem]"
      />
    </div>
  );
}
