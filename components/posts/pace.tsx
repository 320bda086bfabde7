import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { ShownPost } from "#domain/posts/shown.ts";

/** 慢速模式：每 5 分钟一条: by what a discussion is slowed, before anybody writes. */
export function Pace({ post: { slowSeconds, verifiedOnly } }: { post: ShownPost }) {
  const t = useTranslations("square.pace");
  const said = [
    slowSeconds !== null && t("slow", { minutes: Math.ceil(slowSeconds / 60) }),
    verifiedOnly && t("verifiedOnly"),
  ].filter((words) => words !== false);
  if (said.length === 0) return null;
  return (
    <p className="mt-2 flex items-center gap-2 text-sm text-ink-2">
      <Icon of="clock" />
      {said.join(" · ")}
    </p>
  );
}
