import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";

/**
 * 分享: the page's own address. With script the browser's sharing opens, or where it has none the address is copied;
 * without, it is a link to be copied by hand.
 */
export function ShareLink({ href, className }: { href: string; className?: string }) {
  const t = useTranslations("share");
  return (
    <A href={href} data-share={t("copied")} className={className}>
      <Icon of="share" />
      <span role="status">{t("share")}</span>
    </A>
  );
}
