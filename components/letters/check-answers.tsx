import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { writeAddress } from "#components/letters/write-addresses.ts";
import { named, titled } from "#components/people/named.ts";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Addressee, Place, readAccusable } from "#domain/letters/addressees.ts";
import type { WritingFields } from "#domain/letters/writing.ts";

interface CheckAnswersProps {
  fields: WritingFields;
  nickname: string;
  places: Place[];
  addressees: Addressee[];
  accusable: Awaited<ReturnType<typeof readAccusable>>;
}

/** The whole letter before it is sent, each part with its way back. */
export function CheckAnswers(props: CheckAnswersProps) {
  return (
    <>
      <What {...props} />
      <Where {...props} />
      <Who {...props} />
    </>
  );
}

function Part({ step, number, children }: { step: "what" | "where" | "who"; number: number; children: ReactNode }) {
  const t = useTranslations("write");
  return (
    <Section
      number={number}
      title={t(`check.${step}`)}
      aside={
        <A href={writeAddress[step]} className="inline-flex min-h-target items-center">
          {t("change")}
          <span className="sr-only">{t(`check.${step}`)}</span>
        </A>
      }
    >
      {children}
    </Section>
  );
}

function What({ fields }: CheckAnswersProps) {
  const t = useTranslations("write.check");
  const kinds = useTranslations("letters.kinds");
  const photos = fields.images.split(",").filter(Boolean);
  return (
    <Part step="what" number={1}>
      <DefinitionList
        rows={[
          { term: t("kind"), words: kinds(fields.kind as "complaint") },
          { term: t("name"), words: <b className="font-song">{fields.title}</b> },
          { term: t("body"), words: <span className="whitespace-pre-line font-song">{fields.body}</span> },
          ...(fields.comment ? [{ term: "", words: t("fromComment") }] : []),
          { term: t("photos"), words: photos.length > 0 ? <Photos tokens={photos} /> : t("none") },
        ]}
      />
    </Part>
  );
}

function Photos({ tokens }: { tokens: string[] }) {
  const t = useTranslations("write.check");
  return (
    <>
      {t("photoCount", { n: tokens.length })}
      <span className="mt-1 flex flex-wrap gap-2">
        {tokens.map((token) => (
          // biome-ignore lint/performance/noImgElement: our own re-encoded bytes, shown to their owner alone
          <img key={token} src={`/images/${token}`} alt="" className="size-20 border border-rule object-cover" />
        ))}
      </span>
    </>
  );
}

function Where({ fields, places, addressees }: CheckAnswersProps) {
  const t = useTranslations("write");
  const language = useLocale();
  const region = places.find(({ slug }) => slug === (fields.township || fields.county));
  const slug = fields.to === "other" ? fields.other : fields.to;
  const addressee = addressees.find((one) => one.slug === slug);
  const to = addressee && (addressee.leader ? titled(language, addressee.leader) : named(language, addressee.office));
  return (
    <Part step="where" number={2}>
      <DefinitionList
        rows={[
          { term: t("check.region"), words: region ? named(language, region) : t("where.whole") },
          { term: t("check.exact"), words: fields.place || t("check.none") },
          { term: t("check.to"), words: to ?? t("check.unknown") },
        ]}
      />
    </Part>
  );
}

function Who({ fields, nickname, accusable }: CheckAnswersProps) {
  const t = useTranslations("write");
  const contact = [fields.name, fields.phone].filter(Boolean).join(" · ");
  const visibility = fields.visibility as "nameless";
  return (
    <Part step="who" number={3}>
      <DefinitionList
        rows={[
          fields.kind === "accusation"
            ? { term: t("check.accused"), words: <Accused of={fields.accused} among={accusable} /> }
            : {
                term: t("check.visibility"),
                words: t(`who.visibilities.${visibility}`, { nickname }),
                detail: t(`who.details.${visibility}`),
              },
          { term: t("check.contact"), words: contact || t("check.none") },
        ]}
      />
    </Part>
  );
}

function Accused({ of, among }: { of: string; among: CheckAnswersProps["accusable"] }) {
  const t = useTranslations("write.who");
  const language = useLocale();
  const leader = among.leaders.find(({ handle }) => of === `leader:${handle}`);
  const office = among.offices.find(({ slug }) => of === `office:${slug}`);
  return leader ? titled(language, leader) : office ? named(language, office) : t("unlisted");
}
