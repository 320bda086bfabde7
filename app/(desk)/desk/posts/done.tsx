import { getTranslations } from "next-intl/server";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { OneAct } from "#components/desk/posts/one-act.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";

interface DoneProps {
  done: string | undefined;
  postId: number | undefined;
  restore: FormAction;
}

/** What has just been done, with the way to it or back. */
export async function Done({ done, postId, restore }: DoneProps) {
  const t = await getTranslations("composer");
  if (!done || !t.has(`done.${done}` as "done.publish")) return null;
  const isOut = ["publish", "edit", "pin", "unpin"].includes(done);
  return (
    <div id="said">
      <Notice
        kind="ok"
        live
        act={
          postId &&
          (isOut ? (
            <A href={`/posts/${postId}`} className="inline-flex min-h-target items-center">
              {t("see")}
            </A>
          ) : (
            done === "discard" && <OneAct action={restore} postId={postId} icon="undo-2" words={t("undo")} />
          ))
        }
      >
        {t(`done.${done}` as "done.publish")}
      </Notice>
    </div>
  );
}
