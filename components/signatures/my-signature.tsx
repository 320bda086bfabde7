import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { When } from "#components/ui/when.tsx";
import type { MySignature as Mine } from "#domain/signatures/read-signers.ts";

/** That one stands beside a letter, since when and how; and the way to take it back. */
export function MySignature({ number, mine, open }: { number: string; mine: Mine; open: boolean }) {
  const t = useTranslations("joint.mine");
  return (
    <Panel kind="ok" className="mt-4">
      <p className="text-lg font-semibold">{t("signed")}</p>
      <p className="text-ink-2">
        <When at={mine.signedAt} /> · {t(mine.nameHidden ? "hidden" : "shown")}
        {mine.contact && <> · {t("contact")}</>}
      </p>
      {open ? (
        <form method="post" action="/api/signatures/take-back" className="mt-3">
          <input type="hidden" name="number" value={number} />
          <Button kind="danger">{t("takeBack")}</Button>
        </form>
      ) : (
        <p className="mt-2 text-ink-2">{t("over")}</p>
      )}
    </Panel>
  );
}
