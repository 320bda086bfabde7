import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { Columns } from "#components/frame/columns.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormText } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { db } from "#db/client.ts";
import { countOwnOpen } from "#domain/retention/count-own-open.ts";
import { close } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention.close"))("title") };
}

/** 注销: everything that it does, and the nickname to be typed. */
export default async function CloseAccount() {
  const person = await requireSignedIn("/me/close");
  if (person.staff) notFound();
  const open = await countOwnOpen(db, person);
  const t = await getTranslations("retention.close");
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="mt-2">{t("lead")}</p>
      <ul className="my-3 list-disc ps-6">
        <li>{t("phone")}</li>
        <li>{t("nickname")}</li>
        <li>{t("over")}</li>
        <li>{open > 0 ? t("open", { n: open }) : t("nothing")}</li>
        <li>{t("hold")}</li>
      </ul>
      <ActionForm action={close} problemsTitle={t("problems")} className="grid max-w-[34rem] gap-4">
        <FormText
          name="nickname"
          label={t("confirm", { nickname: person.nickname })}
          autoComplete="off"
          maxLength={60}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button kind="danger">{t("act")}</Button>
          <A href="/me" className="inline-flex min-h-target items-center">
            {t("back")}
          </A>
        </div>
      </ActionForm>
    </Columns>
  );
}
