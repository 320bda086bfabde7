import { getLocale, getTranslations } from "next-intl/server";
import { Autosave } from "#components/letters/autosave.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import { writingForm } from "#domain/letters/writing-input.ts";

/** The last line of each step: back, on, and since when the draft is kept. */
export async function FormFoot({
  back,
  autosave,
  savedAt,
}: {
  back?: string;
  autosave: boolean;
  savedAt: Date | null;
}) {
  const t = await getTranslations("write");
  const time = savedAt && whenWords({ at: savedAt, short: true }, await getLocale());
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t-2 border-rule-strong pt-4">
      {back && (
        <LinkButton href={back} icon="arrow-left">
          {t("back")}
        </LinkButton>
      )}
      <Button kind="go" size="large" className="order-first w-full sm:order-none sm:w-auto">
        {t("next")}
      </Button>
      {autosave && (
        <div className="ms-auto">
          <Autosave
            form={writingForm}
            before={time ? t("saved", { time }) : undefined}
            words={{ saved: t("saved", { time: "{time}" }), saving: t("saving"), notSaved: t("notSaved") }}
          />
        </div>
      )}
    </div>
  );
}
