import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { Said } from "#components/posts/said.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownAppeal } from "#domain/appeals/shown.ts";

/** Why nothing can be promised now: nobody has looked yet, it was not confirmed, it is suspended, or it is over. */
export function WhatBecame({ appeal: { verifier, refused, suspended, closed, state } }: { appeal: ShownAppeal }) {
  const t = useTranslations("appeals");
  const language = useLocale();
  const closedBy = closed?.office ? t("closedBy", { office: named(language, closed.office) }) : t("closedByAuthor");
  if (state === "raised") {
    return (
      <Notice kind="warn">
        {t.rich("waitsFor", { office: named(language, verifier), b: (words) => <b>{words}</b> })}
      </Notice>
    );
  }
  return (
    <>
      {refused && (
        <Notice title={t("refusedBy", { office: named(language, verifier) })}>
          <Said text={refused.words} />
          <Told at={refused.at} />
        </Notice>
      )}
      {suspended && (
        <Notice
          kind="danger"
          title={
            suspended.office
              ? t("suspendedBy", { office: named(language, suspended.office) })
              : t("suspendedBySomebody")
          }
        >
          <Said text={suspended.words} />
          <Told at={suspended.at} />
        </Notice>
      )}
      {closed && (
        <Notice title={closed.report === null ? t("lapsed") : closedBy}>
          {closed.report !== null && (
            <>
              <p className="text-sm text-ink-2">{t("report")}</p>
              <Said text={closed.report} />
            </>
          )}
          <Told at={closed.at} />
        </Notice>
      )}
    </>
  );
}

function Told({ at }: { at: Date }) {
  return (
    <p className="text-sm text-ink-2">
      <When at={at} />
    </p>
  );
}
