import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";

const formOf = (what: string) => `keep-${what.replace(":", "-")}`;

/**
 * 收藏: the button stands in a row that is a form already, and belongs to one of its own (`KeepForm`) that posts without any
 * script; whether it is kept already comes after the page.
 */
export function KeepButton({ what, className }: { what: string; className?: string }) {
  const t = useTranslations("bookmarks");
  return (
    <button
      type="submit"
      form={formOf(what)}
      name="keep"
      value="1"
      data-on={t("on")}
      data-off={t("off")}
      className={className}
    >
      <Icon of="bookmark" />
      <span className="inline-block min-w-12 text-start">{t("off")}</span>
    </button>
  );
}

export function KeepForm({ what }: { what: string }) {
  return (
    <form id={formOf(what)} method="post" action="/api/bookmarks" data-toggle={`bookmark ${what}`} className="contents">
      <input type="hidden" name="what" value={what} />
      <span role="status" className="text-sm font-semibold text-danger empty:hidden" />
    </form>
  );
}
