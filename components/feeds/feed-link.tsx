import { useTranslations } from "next-intl";
import { feedAddress } from "#components/feeds/feed-address.ts";
import { A } from "#components/ui/link.tsx";

/** 订阅: at the foot of a page, the same page for programs that look for what is new. */
export function FeedLink({ page }: { page: string }) {
  const t = useTranslations("feeds");
  return (
    <p className="unprinted mt-6 text-sm">
      <A href={feedAddress(page)} type="application/atom+xml" className="inline-flex min-h-target items-center">
        {t("subscribe")}
      </A>
    </p>
  );
}
