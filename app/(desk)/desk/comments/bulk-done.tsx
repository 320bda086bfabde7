import { getTranslations } from "next-intl/server";
import { hourWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readOwnBulk } from "#domain/moderation/bulk.ts";
import { undoAll } from "./bulk/actions.ts";

/** The bulk act just done, as long as it can be taken back; and that it was. */
export async function BulkDone({ actor, now, undone }: { actor: Person; now: Now; undone: number | undefined }) {
  const [t, bulk] = await Promise.all([getTranslations("desk-moderation.bulk"), readOwnBulk(db, actor, now)]);
  return (
    <>
      {undone !== undefined && (
        <Notice kind="ok" live>
          {t("undone", { n: undone })}
        </Notice>
      )}
      {bulk && (
        <Notice
          kind="ok"
          live
          act={
            <ActionForm action={undoAll} problemsTitle={t("undo")}>
              <input type="hidden" name="bulkId" value={bulk.id} />
              <Button size="small" icon="history">
                {t("undo")}
              </Button>
            </ActionForm>
          }
        >
          {t(`did.${bulk.act}`, { n: bulk.n, time: hourWords(bulk.at) })} {t("until", { time: hourWords(bulk.until) })}
        </Notice>
      )}
    </>
  );
}
