import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { leave } from "#app/_edge/sign-out.ts";
import { requireSignedIn, signInId } from "#app/_edge/signed-in.ts";
import { Columns } from "#components/frame/columns.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { FormText } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import { mayChooseNickname, type OwnSignIn, readSignIns } from "#domain/sign-in/read-sign-ins.ts";
import { changeNickname, endAll, endOne } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in.own"))("title") };
}

export default async function OwnSignInsPage() {
  const person = await requireSignedIn("/me/sign-ins");
  const t = await getTranslations("sign-in.own");
  const problems = (await getTranslations("sign-in"))("problems");
  const signIns = await readSignIns(db, person, await signInId(), await now());
  return (
    <Columns wide>
      <div className="mx-auto max-w-[52rem]">
        <h1>{t("title")}</h1>
        <p className="mb-3 text-ink-2">{t("lead")}</p>
        <DataTable
          caption={t("title")}
          columns={[{ words: t("device") }, { words: t("since") }, { words: t("seen") }, { words: t("act") }]}
        >
          {signIns.map((own) => (
            <SignInRow key={own.id} own={own} />
          ))}
        </DataTable>
        <ActionForm action={endAll} problemsTitle={problems} className="mt-4 flex flex-wrap items-center gap-3">
          <Button kind="danger" icon="log-out">
            {t("all")}
          </Button>
          <span className="text-sm text-ink-2">{t("allHint")}</span>
        </ActionForm>
        {(await mayChooseNickname(db, person)) && (
          <Section title={t("nicknameTitle")}>
            <p className="my-2">{t("nicknameLead", { nickname: person.nickname })}</p>
            <ActionForm action={changeNickname} problemsTitle={problems} className="grid max-w-[24rem] gap-3">
              <FormText name="nickname" label={t("nickname")} hint={t("nicknameHint")} autoComplete="nickname" />
              <Button kind="go">{t("nicknameSave")}</Button>
            </ActionForm>
          </Section>
        )}
      </div>
    </Columns>
  );
}

async function SignInRow({ own }: { own: OwnSignIn }) {
  const t = await getTranslations("sign-in.own");
  const all = await getTranslations("sign-in");
  const device = own.device ?? t("unknown");
  return (
    <tr>
      <Cell head label={t("device")}>
        {device} {own.here && <Tag kind="ok">{t("here")}</Tag>}
      </Cell>
      <Cell label={t("since")}>
        <When at={own.createdAt} />
      </Cell>
      <Cell label={t("seen")}>
        <When at={own.seenAt} />
      </Cell>
      <Cell label={t("act")}>
        {own.here ? (
          <form action={leave}>
            <Button size="small">{all("signOut")}</Button>
          </form>
        ) : (
          <ActionForm action={endOne} problemsTitle={all("problems")}>
            <input type="hidden" name="signIn" value={own.id} />
            <Button size="small" aria-label={t("endNamed", { device })}>
              {t("end")}
            </Button>
          </ActionForm>
        )}
      </Cell>
    </tr>
  );
}
