import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";

interface CosignFormProps {
  number: string;
  /** What was ticked before signing in. */
  ticked?: Record<string, string>;
}

/** One button and two choices; it posts without any script, and who is not signed in comes back to it. */
export function CosignForm({ number, ticked = {} }: CosignFormProps) {
  const t = useTranslations("joint.form");
  return (
    <form method="post" action="/api/signatures" className="grid justify-items-start gap-1">
      <input type="hidden" name="number" value={number} />
      <Checkbox name="nameHidden" label={t("hidden")} defaultChecked={ticked.nameHidden === "on"} />
      <Checkbox name="contact" label={t("contact")} hint={t("contactHint")} defaultChecked={ticked.contact === "on"} />
      <Button kind="go" icon="pen" className="mt-2">
        {t("send")}
      </Button>
    </form>
  );
}
