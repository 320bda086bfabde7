import { useTranslations } from "next-intl";
import { hourWords } from "#components/letters/date-words.ts";
import { Button } from "#components/ui/button.tsx";
import type { DeskRow } from "#domain/letters/desk-rows.ts";

/** A plain form's action: it goes back to the list it came from. */
export type ClaimAction = (form: FormData) => Promise<void>;

interface RowClaimProps {
  row: Pick<DeskRow, "id" | "number" | "claim">;
  own: boolean;
  action: ClaimAction | null;
}

/** Who is on it since when; one's own is let go with the same button. */
export function RowClaim({ row, own, action }: RowClaimProps) {
  const t = useTranslations("queue.claim");
  const { claim } = row;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {claim && (
        <span className={own ? "font-semibold text-brand" : "text-ink-2"}>
          {own ? t("you") : claim.nickname} {hourWords(claim.at)}
        </span>
      )}
      {action && (!claim || own) && (
        <form action={action}>
          <input type="hidden" name="letterId" value={row.id} />
          <input type="hidden" name="own" value={own ? "on" : ""} />
          <Button
            kind="quiet"
            size="small"
            data-key="a"
            className="whitespace-nowrap px-0!"
            aria-label={t(own ? "letGoOf" : "takeOf", { number: row.number })}
          >
            {t(own ? "letGo" : "take")}
          </Button>
        </form>
      )}
    </span>
  );
}
