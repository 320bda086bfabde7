import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormArea, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { OfficeWithin } from "#domain/administration/read-structure.ts";
import { addMailbox, endMailbox, placeMailbox, sayDeclines } from "../../actions.ts";
import { inLanguage } from "../../in-language.ts";

interface MailboxesProps {
  office: OfficeWithin;
  /** Where an office's mailbox may be moved to. */
  offices: OfficeWithin[];
}

export async function Mailboxes({ office, offices }: MailboxesProps) {
  const t = await getTranslations("administration.mailbox");
  return (
    <Section title={t("title")}>
      {office.mailboxes.length === 0 && <p className="py-2 text-ink-2">{t("none")}</p>}
      {office.mailboxes.map((mailbox) => (
        <Mailbox key={mailbox.id} mailbox={mailbox} office={office} offices={offices} />
      ))}
      <NewMailbox office={office} />
    </Section>
  );
}

async function Mailbox({ mailbox, office, offices }: MailboxesProps & { mailbox: OfficeWithin["mailboxes"][number] }) {
  const t = await getTranslations("administration");
  const { nameOf, shortNameOf, titleOf } = await inLanguage();
  const leader = office.leaders.find(({ id }) => id === mailbox.leaderId);
  const name = t("mailbox.of", { name: leader ? titleOf(leader) : shortNameOf(office) });
  const own = (field: string) => `${field}-${mailbox.slug}`;
  return (
    <div className="grid gap-2 border-b border-rule py-3">
      <p>
        <b>{name}</b> <span className="text-sm text-ink-2">{mailbox.slug}</span>
      </p>
      <ActionForm action={sayDeclines} problemsTitle={t("problems")} className="grid max-w-[34rem] gap-2">
        <input type="hidden" name="mailbox" value={mailbox.slug} />
        <FormArea
          id={own("declines")}
          name="declines"
          label={t("mailbox.declines")}
          hint={t("mailbox.declinesHint")}
          defaultValue={mailbox.declines ?? ""}
          rows={2}
          maxLength={500}
        />
        <Button size="small" className="justify-self-start">
          {t("mailbox.saveDeclines")}
        </Button>
      </ActionForm>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        {!leader && (
          <ActionForm
            action={placeMailbox}
            problemsTitle={t("problems")}
            className="flex min-w-0 flex-wrap items-end gap-2"
          >
            <input type="hidden" name="mailbox" value={mailbox.slug} />
            <FormSelect
              id={own("office")}
              name="office"
              label={t("mailbox.moveTo")}
              className="min-w-0"
              defaultValue={office.slug}
              choices={offices.map((other) => ({ value: other.slug, words: nameOf(other) }))}
            />
            <Button>{t("mailbox.moveAct")}</Button>
          </ActionForm>
        )}
        <ActionForm action={endMailbox} problemsTitle={t("problems")}>
          <input type="hidden" name="mailbox" value={mailbox.slug} />
          <Button kind="danger" aria-label={t("mailbox.closeNamed", { name })}>
            {t("mailbox.close")}
          </Button>
        </ActionForm>
      </div>
    </div>
  );
}

async function NewMailbox({ office }: { office: OfficeWithin }) {
  const t = await getTranslations("administration");
  const { titleOf } = await inLanguage();
  const without = office.leaders.filter(({ id }) => !office.mailboxes.some(({ leaderId }) => leaderId === id));
  return (
    <ActionForm
      action={addMailbox}
      problemsTitle={t("problems")}
      done={<Notice kind="ok">{t("done")}</Notice>}
      className="min-w-0 has-[[open]]:w-full"
    >
      <Disclosure summary={t("mailbox.new")}>
        <div className="mt-2 mb-4 grid max-w-[34rem] gap-3">
          <input type="hidden" name="office" value={office.slug} />
          <FormSelect
            id="mailbox-leader"
            name="leader"
            label={t("mailbox.whose")}
            choices={[
              { value: "", words: t("mailbox.office") },
              ...without.map((leader) => ({ value: leader.handle, words: titleOf(leader) })),
            ]}
          />
          <FormText
            id="mailbox-slug"
            name="slug"
            label={t("mailbox.slug")}
            hint={t("mailbox.slugHint")}
            autoCapitalize="none"
            maxLength={40}
          />
          <FormArea
            id="mailbox-declines"
            name="declines"
            label={t("mailbox.declines")}
            hint={t("mailbox.declinesHint")}
            rows={2}
            maxLength={500}
          />
          <Button kind="go" className="justify-self-start">
            {t("mailbox.create")}
          </Button>
        </div>
      </Disclosure>
    </ActionForm>
  );
}
