import { useTranslations } from "next-intl";
import { CosignForm } from "#components/signatures/cosign-form.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { OpenLetter } from "#domain/letters/read-public-letter.ts";
import { isOpen } from "#domain/letters/step-states.ts";

const large = (words: React.ReactNode) => <b className="text-2xl tabular-nums">{words}</b>;

type Joint = Pick<OpenLetter, "number" | "state" | "cosigners" | "signers" | "signersOnPaper" | "host">;

/** 附议: who stands beside the writer, and how to. Whether I do comes after the page. */
export function Cosigners({ letter }: { letter: Joint }) {
  const t = useTranslations("joint");
  const open = isOpen(letter.state) && !letter.host?.speaks;
  if (!open && letter.cosigners + letter.signersOnPaper === 0) return null;
  return (
    <Section id="cosign" title={t("title")}>
      {(open || letter.cosigners > 0) && (
        <div data-live={`cosigners:${letter.number}`} className="pt-3">
          <p className="text-lg">{t.rich("count", { n: letter.cosigners, b: large })}</p>
          <Named letter={letter} />
        </div>
      )}
      {letter.signersOnPaper > 0 && <p className="pt-2">{t.rich("onPaper", { n: letter.signersOnPaper, b: large })}</p>}
      {open && (
        <div data-cosign={letter.number} className="unprinted mt-3">
          <p data-signed hidden className="flex flex-wrap items-center gap-x-3">
            <b>{t("youDid")}</b>
            <A href={`/letters/${letter.number}/cosign`} className="inline-flex min-h-target items-center">
              {t("see")}
            </A>
          </p>
          <CosignForm number={letter.number} />
        </div>
      )}
    </Section>
  );
}

function Named({ letter: { number, cosigners, signers } }: { letter: Joint }) {
  const t = useTranslations("joint");
  if (cosigners === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <>
      {signers.signers.length > 0 && (
        <ul aria-label={t("named")} className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 font-song">
          {signers.signers.map(({ personId, nickname }) => (
            <li key={personId}>{nickname}</li>
          ))}
        </ul>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <span>{t("hiddenToo")}</span>
        {signers.next && (
          <LinkButton href={`/letters/${number}/signers`} size="small">
            {t("all")}
          </LinkButton>
        )}
      </p>
    </>
  );
}
