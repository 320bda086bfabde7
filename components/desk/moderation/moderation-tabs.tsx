import { useTranslations } from "next-intl";
import { Tabs } from "#components/ui/tabs.tsx";

const pages = {
  queue: "/desk/comments",
  contests: "/desk/moderation/contests",
  words: "/desk/moderation/words",
  votes: "/desk/moderation/votes",
} as const;

/** What a moderator keeps in order, each on its own page. */
export function ModerationTabs({ current }: { current: keyof typeof pages }) {
  const t = useTranslations("desk-moderation.tabs");
  return (
    <Tabs
      label={t("label")}
      tabs={(Object.keys(pages) as (keyof typeof pages)[]).map((page) => ({
        href: pages[page],
        words: t(page),
        current: page === current,
      }))}
    />
  );
}
