import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { Columns } from "#components/frame/columns.tsx";
import { AddressBox } from "#components/notices/address-box.tsx";
import { SettingsForm } from "#components/notices/settings-form.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { readWaiting } from "#domain/mail-addresses/confirm-address.ts";
import { mailPort } from "#domain/messages/port.ts";
import { noticeKinds } from "#domain/notices/kinds.ts";
import { readOwnReach } from "#domain/notices/settings.ts";
import { drop, give, save } from "./actions.ts";

const path = "/me/notices/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notice-settings"))("title") };
}

/** 通知设置: where one is told, of what, and when. */
export default async function NoticeSettings({ searchParams }: PageProps<"/me/notices/settings">) {
  const person = await requireSignedIn(path);
  const { done } = await searchParams;
  const reach = await readOwnReach(db, person);
  const waiting = await readWaiting(db, person, await now());
  const t = await getTranslations("notice-settings");
  return (
    <Columns>
      <p className="text-sm">
        <A href="/me/notices">{t("back")}</A>
      </p>
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      {done && (
        <Notice kind="ok" live>
          {t("saved")}
        </Notice>
      )}
      <AddressBox to={reach.to} waiting={waiting} open={mailPort() !== null} acts={{ give, drop }} />
      <SettingsForm
        reach={reach}
        kinds={noticeKinds.filter((kind) => kind !== (person.staff ? "own" : "desk"))}
        action={save}
      />
    </Columns>
  );
}
