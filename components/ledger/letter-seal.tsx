import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { LetterSeal as Seal } from "#domain/ledger/read-seal.ts";

/** How far this letter is sealed, the file to keep of it, and where to check it. `file`: everybody's, or one's own. */
export function LetterSeal({ seal, file }: { seal: Seal; file: string }) {
  const t = useTranslations("ledger.letter");
  const { sealed, waiting, first, last, leaf, checkpoint } = seal;
  return (
    <div className="border border-t-0 border-rule bg-card px-4 py-3">
      <p>
        {sealed === 1 ? t("sealedOne", { first }) : t("sealed", { n: sealed, first, last })}
        {waiting > 0 && t("waiting", { n: waiting })}
      </p>
      <p className="text-sm text-ink-2">
        {t.rich("checkpoint", { size: checkpoint.size, when: () => <When at={checkpoint.at} /> })}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
        <span>
          {t("leaf")} <Hash of={leaf} />
        </span>
        <span>
          {t("root")} <Hash of={checkpoint.root} />
        </span>
      </p>
      <p className="unprinted flex flex-wrap gap-x-6">
        <A href={file} download className="inline-flex min-h-target items-center gap-2">
          <Icon of="download" />
          {t("download")}
        </A>
        <A href="/ledger#check" className="inline-flex min-h-target items-center gap-2">
          <Icon of="lock" />
          {t("check")}
        </A>
      </p>
      <p className="text-sm text-ink-2">{t("note")}</p>
    </div>
  );
}

/** Both ends, enough to compare by eye. */
function Hash({ of }: { of: string }) {
  return (
    <code className="rounded-sm bg-neutral-bg px-1 font-mono" title={of}>
      {of.slice(0, 4)} {of.slice(4, 8)} … {of.slice(-4)}
    </code>
  );
}
