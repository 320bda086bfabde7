import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { FormText } from "#components/ui/form-fields.tsx";

interface NextButtonsProps {
  /** They publish on this stream; otherwise what they write waits for the leader. */
  publishes: boolean;
  /** 2026-11-23T09:00 in Shanghai: nothing is scheduled into the past. */
  soonest: string;
  /** When it is already due to go out. */
  publishAt?: string;
}

/** Now, later, or laid before the leader: what may be done with the words, each with its own button. */
export function NextButtons({ publishes, soonest, publishAt }: NextButtonsProps) {
  const t = useTranslations("composer");
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <Button kind="go" icon="send" name="next" value={publishes ? "publish" : "offer"}>
          {t(publishes ? "publish" : "offer")}
        </Button>
        <Button name="next" value="keep">
          {t("keep")}
        </Button>
      </div>
      {publishes && (
        <div className="flex flex-wrap items-end gap-2 border-t border-rule pt-3">
          <FormText
            name="publishAt"
            type="datetime-local"
            label={t("publishAt")}
            hint={t("publishAtHint")}
            min={soonest}
            defaultValue={publishAt}
            className="min-w-0 flex-1 basis-52"
          />
          <Button icon="clock" name="next" value="schedule">
            {t("schedule")}
          </Button>
        </div>
      )}
    </div>
  );
}
