import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Stone } from "#components/comments/stone.tsx";
import { FlagLink } from "#components/flags/flag-link.tsx";
import { Byline } from "#components/people/speaker.tsx";
import { Pictures } from "#components/posts/pictures.tsx";
import { Said } from "#components/posts/said.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownUpdate } from "#domain/updates/read-updates.ts";

/** Where one update stands by itself: its number is its permalink. */
export const updateAddress = ({ postId, number }: Pick<ShownUpdate, "postId" | "number">): string =>
  `/posts/${postId}/updates/${number}`;

/** The number of an update, as a mark that is the same wherever the update is spoken of. */
export function UpdateNumber({ of, children }: { of: number; children?: ReactNode }) {
  const t = useTranslations("updates");
  return (
    <b className="me-2 inline-block border border-brand px-1.5 text-sm leading-relaxed whitespace-nowrap text-brand">
      {children ?? t("number", { n: of })}
    </b>
  );
}

/** One update of a thread: its number, who speaks, when, what. Of a hidden one its number and the stone. */
export function UpdateEntry({ update }: { update: ShownUpdate }) {
  const { number, hidden, speaker, at, approx, body, mentions, images } = update;
  if (hidden) {
    return (
      <>
        <UpdateNumber of={number} />
        <Stone what="update" hiding={hidden} />
      </>
    );
  }
  return (
    <>
      <Byline speaker={speaker}>
        <A href={updateAddress(update)} className="inline-block py-0.5 text-ink-2">
          <When at={at} approx={approx} dayOnly={approx} />
        </A>
      </Byline>
      <Said text={body} mentions={mentions} lead={<UpdateNumber of={number} />} className="mt-2.5" />
      <Pictures images={images} />
      <FlagLink of={`update:${update.id}`} />
    </>
  );
}
