import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { db } from "#db/client.ts";
import { readLink } from "#domain/sign-in/links.ts";
import { Credentials, DeadLink } from "../credentials.tsx";
import { openDesk } from "../credentials-actions.ts";

// The address is a secret until it is used: no other site hears of it. (Told to nobody, our own forms would lose their origin.)
export const metadata: Metadata = { referrer: "same-origin", robots: { index: false } };

export default async function InvitationPage({ searchParams }: PageProps<"/sign-in/invitation">) {
  const t = await getTranslations("sign-in.credentials");
  const token = String((await searchParams).token ?? "");
  const link = await readLink(db, "staff-invitation", token, await now());
  if (!link?.nickname) return <DeadLink words={t("deadInvitation")} />;
  return (
    <Credentials
      title={t("invitationTitle", { nickname: link.nickname })}
      lead={t("invitationLead")}
      token={token}
      totpSecret={link.totpSecret}
      label={link.nickname}
      action={openDesk}
    />
  );
}
