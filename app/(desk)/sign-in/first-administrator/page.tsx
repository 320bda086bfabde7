import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { db } from "#db/client.ts";
import { isEmptyPlatform } from "#domain/administration/first-administrator.ts";
import { readLink } from "#domain/sign-in/links.ts";
import { Credentials, DeadLink } from "../credentials.tsx";
import { becomeAdministrator } from "../credentials-actions.ts";

// The address is a secret until it is used: no other site hears of it. (Told to nobody, our own forms would lose their origin.)
export const metadata: Metadata = { referrer: "same-origin", robots: { index: false } };

export default async function FirstAdministratorPage({ searchParams }: PageProps<"/sign-in/first-administrator">) {
  const t = await getTranslations("sign-in.credentials");
  const token = String((await searchParams).token ?? "");
  const link = await readLink(db, "first-administrator", token, await now());
  if (!link) return <DeadLink words={t("deadAdministrator")} />;
  return (
    <Credentials
      title={t("administratorTitle")}
      lead={t("administratorLead")}
      token={token}
      totpSecret={link.totpSecret}
      label={t("administratorTitle")}
      asksRegion={await isEmptyPlatform(db)}
      action={becomeAdministrator}
    />
  );
}
