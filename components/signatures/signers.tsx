import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { When } from "#components/ui/when.tsx";
import type { JointLetter } from "#domain/signatures/read-signers.ts";

/** A page of names, and how many there are beside those who are not named. */
export function Signers({ letter, first }: { letter: JointLetter; first: boolean }) {
  const t = useTranslations("joint");
  const { number, title, cosigners, signersOnPaper, signers, next } = letter;
  const here = `/letters/${number}/signers`;
  return (
    <>
      <nav className="unprinted mb-2 text-sm text-ink-2">
        <A href={`/letters/${number}#cosign`}>№{number}</A>
      </nav>
      <h1>{t("named")}</h1>
      <p className="font-song text-lg">{title}</p>
      <p className="mt-2 text-ink-2">
        {t("total", { n: cosigners })} {t("hiddenToo")}
        {signersOnPaper > 0 && <> {t.rich("onPaper", { n: signersOnPaper, b: (words) => <b>{words}</b> })}</>}
      </p>
      {signers.length === 0 ? (
        <EmptyState title={t("nobody")}>{t("nobodyWhy")}</EmptyState>
      ) : (
        <ol className="mt-4 border-t-2 border-rule-strong">
          {signers.map(({ personId, nickname, signedAt }) => (
            <li key={personId} className="flex flex-wrap justify-between gap-x-4 border-b border-rule py-2">
              <span className="font-song">{nickname}</span>
              <span className="text-sm text-ink-2">
                <When at={signedAt} dayOnly />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Pager label={t("named")} next={next ? `${here}?after=${next}` : null} first={first ? null : here} />
    </>
  );
}
