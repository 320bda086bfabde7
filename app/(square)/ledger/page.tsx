import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { readLedgerPage } from "#app/_square/ledger.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { CheckHere } from "#components/ledger/check-here.tsx";
import { LatestCheckpoint } from "#components/ledger/latest-checkpoint.tsx";
import { Offline } from "#components/ledger/offline.tsx";
import { PastCheckpoints } from "#components/ledger/past-checkpoints.tsx";
import { withQuery } from "#components/ui/address.ts";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger"))("title"), ...(await feedIn("/ledger")) };
}

/** 存证: what is sealed, what that is worth, and how anybody can check it. */
export default async function Ledger({ searchParams }: PageProps<"/ledger">) {
  const { latest, checkpoints, after, next } = await readLedgerPage(await searchParams);
  const t = await getTranslations("ledger");
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-measure">{t("lead")}</p>
      <LatestCheckpoint latest={latest} />
      <Section number={1} title={t("what.title")}>
        {(["events", "private", "erased"] as const).map((part) => (
          <p key={part} className="mt-3 max-w-measure">
            {t(`what.${part}`)}
          </p>
        ))}
      </Section>
      <Section number={2} title={t("limits.title")}>
        <p className="mt-3 max-w-measure text-lg font-semibold">{t("limits.detects")}</p>
        <p className="mt-2 max-w-measure">{t("limits.outside")}</p>
        <p className="mt-2 max-w-measure">{t("limits.truth")}</p>
      </Section>
      <CheckHere number={3} />
      <Offline number={4} />
      <Section number={5} id="past" title={t("past.title")}>
        <PastCheckpoints checkpoints={checkpoints} />
        <Pager
          label={t("past.pages")}
          next={next ? `${withQuery("/ledger", { after: next })}#past` : null}
          first={after ? "/ledger#past" : null}
        />
        <FeedLink page="/ledger" />
      </Section>
    </Columns>
  );
}
