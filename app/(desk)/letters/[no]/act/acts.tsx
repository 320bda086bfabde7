import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { AskSuperior, asksSuperior } from "#app/(desk)/letters/[no]/act/ask-superior.tsx";
import { ConsentForm } from "#app/(desk)/letters/[no]/act/consent-form.tsx";
import { JudgeForm } from "#app/(desk)/letters/[no]/act/judge-form.tsx";
import { Which } from "#app/(desk)/letters/[no]/act/which.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormCheckbox } from "#components/ui/form-fields.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import type { Step } from "#domain/letters/steps.ts";
import { supply, urge, withdraw } from "./actions.ts";

interface ActsProps {
  letter: LetterForPerson;
}

/** What this letter's writer can do now, the asked-for first; what must wait says until when. */
export async function Acts({ letter }: ActsProps) {
  const t = await getTranslations("me.act");
  const may = (step: Step) => letter.steps.some((offered) => offered.step === step && offered.obstacle === null);
  const acts: ReactNode[] = [
    may("consent") && <ConsentForm key="consent" letter={letter} />,
    may("supply") && <Supply key="supply" letter={letter} />,
    (may("rate") || may("rateLate")) && (
      <JudgeForm key="judge" letter={letter} mayReopen={may("reopen")} late={!may("rate")} />
    ),
    asksSuperior(letter) && <AskSuperior key="superior" letter={letter} />,
    letter.state === "refused" && letter.isAuthor && <Refused key="refused" />,
    letter.state !== "clarifying" && <Urge key="urge" letter={letter} />,
    may("withdraw") && <Withdraw key="withdraw" letter={letter} />,
  ].filter(Boolean);
  return (
    <section aria-label={t("can")} className="unprinted mt-4 grid gap-4">
      {acts.length > 0 ? acts : <p className="text-ink-2">{t("nothing")}</p>}
    </section>
  );
}

async function Supply({ letter }: ActsProps) {
  const t = await getTranslations("me.act.supply");
  const calendar = await getTranslations("calendar");
  const problems = (await getTranslations("write"))("problemsTitle");
  const asked = letter.timeline.findLast(({ what }) => what === "ask")?.words;
  return (
    <Panel kind="brand" id="supply" title={t("title")}>
      {asked && (
        <>
          <p className="text-ink-2">{t("asked")}</p>
          <p className="mb-3 border-s-4 border-rule ps-3 font-song leading-[1.8] whitespace-pre-line">{asked}</p>
        </>
      )}
      <ActionForm action={supply} problemsTitle={problems} className="grid gap-3">
        <Which letter={letter} />
        <FormArea name="words" label={t("label")} hint={t("hint")} rows={5} maxLength={2000} song />
        {letter.turn && (
          <p className="text-sm text-ink-2">{t("until", { date: dayWords(calendar, letter.turn.dueOn) })}</p>
        )}
        <p>
          <Button kind="go">{t("send")}</Button>
        </p>
      </ActionForm>
    </Panel>
  );
}

/** Offered while offices have work with it; between two urgings it says from when on. */
async function Urge({ letter }: ActsProps) {
  const offered = letter.steps.find(({ step }) => step === "urge");
  if (!offered || offered.obstacle?.key === "letters.tooLate") return null;
  const t = await getTranslations("me.act.urge");
  const calendar = await getTranslations("calendar");
  const { obstacle } = offered;
  return (
    <Panel title={t("title")}>
      <p className="text-ink-2">{t("words")}</p>
      {obstacle?.key === "letters.urgedRecently" ? (
        <p>
          {t("again", { date: dayWords(calendar, String(obstacle.details.from) as `${number}-${number}-${number}`) })}
        </p>
      ) : obstacle ? (
        <p>{await wordsOfRefusal(obstacle)}</p>
      ) : (
        <ActionForm action={urge} problemsTitle="" className="mt-2">
          <Which letter={letter} />
          <Button icon="bell">{t("send")}</Button>
        </ActionForm>
      )}
    </Panel>
  );
}

/** Cannot be undone: it takes a box to be ticked. */
async function Withdraw({ letter }: ActsProps) {
  const t = await getTranslations("me.act.withdraw");
  const problems = (await getTranslations("write"))("problemsTitle");
  return (
    <Panel title={t("title")}>
      <p className="text-ink-2">{t("words")}</p>
      <ActionForm action={withdraw} problemsTitle={problems} className="mt-1">
        <Which letter={letter} />
        <FormCheckbox name="sure" label={t("sure")} />
        <Button kind="danger">{t("send")}</Button>
      </ActionForm>
    </Panel>
  );
}

async function Refused() {
  const t = await getTranslations("me.act.refused");
  return (
    <Panel kind="brand" title={t("title")}>
      <p className="mb-2">{t("words")}</p>
      <LinkButton href="/write" kind="go" icon="pen">
        {t("write")}
      </LinkButton>
    </Panel>
  );
}
