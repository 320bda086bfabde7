import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { inDemo } from "#app/_edge/demo.ts";
import { firstDeskPage } from "#app/_edge/desk-menu.ts";
import { ownPath } from "#app/_edge/own-path.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { Columns } from "#components/frame/columns.tsx";
import { CitizenForm } from "#components/sign-in/citizen-form.tsx";
import { DemoRoles } from "#components/sign-in/demo-roles.tsx";
import { Door } from "#components/sign-in/door.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormCheckbox, FormText } from "#components/ui/form-fields.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { isPerson } from "#domain/access/actor.ts";
import { messagePort } from "#domain/messages/port.ts";
import { enterAsCitizen, enterAsStaff, enterDemo } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getTranslations("sign-in");
  const callbackUrl = ownPath((await searchParams).callbackUrl);
  return (
    <Columns wide>
      <div className="mx-auto max-w-[68rem]">
        <h1>{t("title")}</h1>
        <p className="mb-4 max-w-none text-ink-2">{t("lead")}</p>
        <Already callbackUrl={callbackUrl} />
        {inDemo() && <Demo callbackUrl={callbackUrl} />}
        <div className="grid gap-4 lg:grid-cols-2 lg:gap-6">
          <Citizens callbackUrl={callbackUrl} />
          <Staff callbackUrl={callbackUrl} />
        </div>
      </div>
    </Columns>
  );
}

async function Already({ callbackUrl }: { callbackUrl: string }) {
  const actor = await signedIn();
  if (!isPerson(actor)) return null;
  const t = await getTranslations("sign-in");
  return (
    <Notice
      kind="ok"
      act={
        <LinkButton size="small" href={callbackUrl === "/" ? firstDeskPage(actor) : callbackUrl}>
          {t("goOn")}
        </LinkButton>
      }
    >
      {t("already", { nickname: actor.nickname })}
    </Notice>
  );
}

async function Demo({ callbackUrl }: { callbackUrl: string }) {
  const t = await getTranslations("sign-in.demo");
  return (
    <section
      aria-labelledby="demo"
      className="mb-4 border border-dashed border-warn bg-card px-3 pt-3 pb-4 sm:px-6 lg:mb-6"
    >
      <h2 id="demo" className="flex items-center gap-2 text-lg text-warn">
        <Icon of="triangle-alert" className="size-5" />
        {t("title")}
      </h2>
      <p className="mb-2 flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
        {t("hint")} <A href="/dev/outbox">{t("outbox")}</A>
      </p>
      <DemoRoles action={enterDemo} callbackUrl={callbackUrl} />
    </section>
  );
}

async function Citizens({ callbackUrl }: { callbackUrl: string }) {
  const t = await getTranslations("sign-in.citizen");
  const all = await getTranslations("sign-in");
  const lookUp = (
    <p className="mt-auto text-sm">
      <A href="/look-up">{t("lookUp")}</A>
    </p>
  );
  return (
    <Door number={1} kind="citizen" title={t("title")} aside={t("aside")}>
      {messagePort() ? (
        <CitizenForm
          action={enterAsCitizen}
          callbackUrl={callbackUrl}
          words={{
            problems: all("problems"),
            phone: t("phone"),
            phoneHint: t("phoneHint"),
            code: t("code"),
            codeHint: t("codeHint"),
            ask: t("ask"),
            first: t("first"),
            nickname: t("nickname"),
            nicknameHint: t("nicknameHint"),
            whoSees: t("whoSees"),
            whoSeesWords: t("whoSeesWords"),
            enter: t("enter"),
          }}
        >
          {lookUp}
        </CitizenForm>
      ) : (
        <>
          <Notice kind="warn">{t("none")}</Notice>
          {lookUp}
        </>
      )}
    </Door>
  );
}

async function Staff({ callbackUrl }: { callbackUrl: string }) {
  const t = await getTranslations("sign-in.staff");
  const problems = (await getTranslations("sign-in"))("problems");
  return (
    <Door number={2} kind="staff" title={t("title")} aside={t("aside")}>
      <ActionForm action={enterAsStaff} problemsTitle={problems} className="flex flex-1 flex-col gap-3">
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <FormText name="name" label={t("name")} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <FormText name="password" type="password" label={t("password")} autoComplete="current-password" />
        <FormText
          name="totp"
          label={t("totp")}
          hint={t("totpHint")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
        />
        <FormCheckbox name="shared" label={t("shared")} />
        <p className="border-s-[3px] border-control ps-3 text-sm leading-relaxed text-ink-2">{t("note")}</p>
        <Button kind="brand" size="large">
          {t("enter")}
        </Button>
        <p className="mt-auto text-sm text-ink-2">{t("forgot")}</p>
      </ActionForm>
    </Door>
  );
}
