import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeepButton, KeepForm } from "#components/bookmarks/keep-form.tsx";
import { Count } from "#components/ui/count.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import type { ShownPost } from "#domain/posts/shown.ts";

/** How people voted; `verifiedVotes` of them by somebody whose identity is verified. */
export type Tally = Pick<ShownPost, "up" | "down" | "verifiedVotes">;

interface VoteBarProps {
  target: "post" | "comment";
  id: number;
  postId: number;
  tally: Tally;
  /** What else can be done with it: comment, reply. */
  children?: ReactNode;
  /** Says the verified share, under posts. */
  share?: boolean;
  className?: string;
}

/** How one of the acts in the row looks. */
export const act =
  "inline-flex min-h-target items-center gap-1.5 text-ink-2 no-underline tabular-nums hover:text-brand hover:underline hover:underline-offset-4";

/** Pressed is a line under the word: it takes no room, so that nothing moves when one's own vote arrives after the page. */
const pressed = "aria-pressed:font-semibold aria-pressed:text-brand aria-pressed:shadow-[inset_0_-3px_0_var(--brand)]";

/** 赞成, 反对: one form that posts without any script; which of them is mine comes after the page. */
export function VoteBar({ target, id, postId, tally, children, share, className }: VoteBarProps) {
  const t = useTranslations("square.votes");
  return (
    <div className={className}>
      <form
        method="post"
        action="/api/votes"
        data-vote={`${target}:${id}`}
        className="flex flex-wrap items-center gap-x-4 text-[1rem] lg:gap-x-5"
      >
        <input type="hidden" name="target" value={target} />
        <input type="hidden" name="targetId" value={id} />
        <input type="hidden" name="postId" value={postId} />
        <button type="submit" name="choice" value="1" className={`${act} ${pressed}`}>
          <Icon of="thumbs-up" />
          {t("up")}{" "}
          <b data-count="up">
            <Count of={tally.up} />
          </b>
        </button>
        <button type="submit" name="choice" value="-1" className={`${act} ${pressed}`}>
          <Icon of="thumbs-down" />
          {t("down")}{" "}
          <b data-count="down">
            <Count of={tally.down} />
          </b>
        </button>
        {children}
        <KeepButton what={`${target}:${id}`} className={`${act} ${pressed}`} />
        {share && <VerifiedShare tally={tally} />}
      </form>
      <KeepForm what={`${target}:${id}`} />
    </div>
  );
}

/** Beside the votes, in the same row. */
export function Act({ href, icon, children }: { href: string; icon: "message-square" | "reply"; children: ReactNode }) {
  return (
    <A href={href} className={act}>
      <Icon of={icon} />
      {children}
    </A>
  );
}

function VerifiedShare({ tally: { up, down, verifiedVotes } }: { tally: Tally }) {
  const t = useTranslations("square.votes");
  if (up + down === 0) return null;
  return (
    <span className="text-sm text-ink-2 lg:ms-auto">
      {t("verified", { percent: Math.floor((100 * verifiedVotes) / (up + down)) })}
    </span>
  );
}
