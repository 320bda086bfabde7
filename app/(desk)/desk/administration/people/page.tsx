import { getTranslations } from "next-intl/server";
import { InviteForm } from "#components/administration/invite-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormSelect } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { HeldRole, Staff } from "#domain/administration/read-staff.ts";
import type { RegionWithin } from "#domain/administration/read-structure.ts";
import { giveRole, takeRole } from "../actions.ts";
import { Head } from "../head.tsx";
import { inLanguage } from "../in-language.ts";
import { invite, renewInvitation } from "../invite.ts";
import { myStaff, myStructure } from "../mine.ts";
import { RoleAndPlace } from "./role-and-place.tsx";

export default async function PeoplePage() {
  const [staff, regions] = await Promise.all([myStaff(), myStructure()]);
  const t = await getTranslations("administration.staff");
  return (
    <>
      <Head current="people" />
      <p className="my-3 text-ink-2">{t("lead")}</p>
      <div className="mb-3 flex flex-wrap gap-x-8">
        <Invite regions={regions} />
        <Grant staff={staff} regions={regions} />
      </div>
      <DataTable
        caption={t("desk")}
        columns={[{ words: t("desk") }, { words: t("roles") }, { words: t("state") }, { words: t("act") }]}
      >
        {staff.map((desk) => (
          <Desk key={desk.id} desk={desk} />
        ))}
      </DataTable>
    </>
  );
}

async function inviteWords() {
  const t = await getTranslations("administration");
  return {
    problems: t("problems"),
    link: t("staff.link"),
    linkWords: t("staff.linkWords", { desk: "{desk}" }),
  };
}

async function Desk({ desk }: { desk: Staff }) {
  const t = await getTranslations("administration.staff");
  return (
    <tr>
      <Cell head>{desk.nickname}</Cell>
      <Cell label={t("roles")}>
        <ul className="grid gap-1">
          {desk.roles.map((held) => (
            <Held key={held.id} desk={desk} held={held} />
          ))}
        </ul>
      </Cell>
      <Cell label={t("state")}>
        <Tag kind={desk.signsIn ? "ok" : "warn"}>{t(desk.signsIn ? "signsIn" : "waits")}</Tag>
      </Cell>
      <Cell label={t("act")}>
        <InviteForm action={renewInvitation} words={await inviteWords()}>
          <input type="hidden" name="personId" value={desk.id} />
          <input type="hidden" name="desk" value={desk.nickname} />
          <Button size="small" aria-label={t("againNamed", { desk: desk.nickname })}>
            {t("again")}
          </Button>
        </InviteForm>
      </Cell>
    </tr>
  );
}

async function Held({ desk, held }: { desk: Staff; held: HeldRole }) {
  const t = await getTranslations("administration");
  const roles = await getTranslations("desk-menu.roles");
  const role = roles(held.role);
  const place = (await inLanguage()).nameOf(held);
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <span>
        {role} <span className="text-ink-2">{place}</span>
      </span>
      {held.mine && (
        <ActionForm action={takeRole} problemsTitle={t("problems")}>
          <input type="hidden" name="roleId" value={held.id} />
          <Button size="small" kind="quiet" aria-label={t("staff.revokeNamed", { desk: desk.nickname, role, place })}>
            {t("staff.revoke")}
          </Button>
        </ActionForm>
      )}
    </li>
  );
}

async function Invite({ regions }: { regions: RegionWithin[] }) {
  const t = await getTranslations("administration.staff");
  return (
    <InviteForm
      action={invite}
      className="min-w-0 has-[[open]]:w-full"
      summary={t("invite")}
      words={await inviteWords()}
      nickname={{ label: t("nickname"), hint: t("nicknameHint") }}
    >
      <RoleAndPlace id="invite" regions={regions} />
      <Button kind="go" className="justify-self-start">
        {t("inviteAct")}
      </Button>
    </InviteForm>
  );
}

async function Grant({ staff, regions }: { staff: Staff[]; regions: RegionWithin[] }) {
  const t = await getTranslations("administration");
  return (
    <ActionForm
      action={giveRole}
      problemsTitle={t("problems")}
      done={<Notice kind="ok">{t("done")}</Notice>}
      className="min-w-0 has-[[open]]:w-full"
    >
      <Disclosure summary={t("staff.grant")}>
        <div className="mt-2 mb-4 grid max-w-[34rem] gap-3">
          <FormSelect
            name="personId"
            label={t("staff.person")}
            choices={staff.map(({ id, nickname }) => ({ value: String(id), words: nickname }))}
          />
          <RoleAndPlace id="grant" regions={regions} />
          <Button kind="brand" className="justify-self-start">
            {t("staff.grantAct")}
          </Button>
        </div>
      </Disclosure>
    </ActionForm>
  );
}
