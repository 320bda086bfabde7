import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { drop } from "./actions.ts";

export async function DropDraft() {
  const t = await getTranslations("write");
  return (
    <form action={drop} className="mt-4">
      <Button kind="quiet" icon="x">
        {t("drop")}
      </Button>
    </form>
  );
}
