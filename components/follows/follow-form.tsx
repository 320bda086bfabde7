import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";

/**
 * 关注: a form that posts without any script; whether it is followed already comes after the page. The words change in a
 * place that has room for both. `of` says what is followed, where that is not what the page is about.
 */
export function FollowForm({ topic, of }: { topic: string; of?: string }) {
  const t = useTranslations("follows");
  return (
    <form method="post" action="/api/follows" data-toggle={`follow ${topic}`} className="unprinted">
      <input type="hidden" name="topic" value={topic} />
      <button
        type="submit"
        name="follow"
        value="1"
        data-on={of ? t("onOf", { name: of }) : t("on")}
        data-off={of ? t("followOf", { name: of }) : t("off")}
        className="inline-flex min-h-target min-w-26 items-center justify-center gap-1.5 rounded-sm border border-brand bg-card px-3 text-brand aria-pressed:bg-brand-wash aria-pressed:font-semibold"
      >
        <Icon of="star" />
        <span>{of ? t("followOf", { name: of }) : t("off")}</span>
      </button>
      <span role="status" className="ms-2 text-sm font-semibold text-danger" />
    </form>
  );
}
