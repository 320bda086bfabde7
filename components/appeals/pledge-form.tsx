import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { longestThings } from "#domain/appeals/input.ts";
import type { ShownAppeal } from "#domain/appeals/shown.ts";

interface PledgeFormProps {
  appeal: Pick<ShownAppeal, "postId" | "charity">;
  /** What was typed before it was refused, or before signing in. */
  kept?: Record<string, string>;
}

/** 认捐: posts without any script; whoever is refused or not signed in finds what they typed. */
export function PledgeForm({ appeal: { postId, charity }, kept = {} }: PledgeFormProps) {
  const t = useTranslations("appeals.pledgeForm");
  return (
    <form method="post" action="/api/pledges" className="grid gap-3">
      <input type="hidden" name="postId" value={postId} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          name="amount"
          label={t("amount")}
          hint={t("amountHint")}
          defaultValue={kept.amount}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          name="things"
          label={t("things")}
          hint={t("thingsHint")}
          defaultValue={kept.things}
          maxLength={longestThings}
          autoComplete="off"
        />
      </div>
      <Checkbox
        name="amountHidden"
        label={t("hidden")}
        hint={t("hiddenHint")}
        defaultChecked={kept.amountHidden === "on"}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button kind="go" icon="heart">
          {t("send")}
        </Button>
        <p className="min-w-0 flex-1 basis-60 text-sm leading-normal text-ink-2">{t("noMoneyHeld")}</p>
      </div>
      {charity && (
        <p className="text-sm leading-normal">
          {t("charity")}
          <CharityLink charity={charity} />
        </p>
      )}
    </form>
  );
}

/** An address that the office gave: it leads away from here, and lends nobody our name. */
export function CharityLink({ charity }: { charity: NonNullable<ShownAppeal["charity"]> }) {
  return (
    <a href={charity.url} rel="noopener nofollow" className="font-semibold">
      {charity.name}
    </a>
  );
}
