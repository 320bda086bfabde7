import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { OfficeWithin, RegionWithin } from "#domain/administration/read-structure.ts";
import { endOffice, nameOffice, placeOffice } from "../../actions.ts";
import { inLanguage } from "../../in-language.ts";
import { myStructure } from "../../mine.ts";
import { Mailboxes } from "./mailboxes.tsx";
import { Positions } from "./positions.tsx";

export default async function OfficePage({ params }: PageProps<"/desk/administration/offices/[slug]">) {
  const { slug } = await params;
  const regions = await myStructure();
  const offices = regions.flatMap((region) => region.offices);
  const office = offices.find((one) => one.slug === slug);
  if (!office) notFound();
  const t = await getTranslations("administration.office");
  const { nameOf } = await inLanguage();
  const region = regions.find(({ id }) => id === office.regionId);
  return (
    <div className="max-w-column">
      <p className="text-sm">
        <A href={`/desk/administration#${region?.slug ?? ""}`}>{t("back")}</A>
      </p>
      <h1>{nameOf(office)}</h1>
      <p className="text-sm text-ink-2">
        {region && nameOf(region)} · {office.slug}
      </p>
      <Positions office={office} />
      <Mailboxes office={office} offices={offices} />
      <Rename office={office} />
      <Move office={office} offices={offices} regions={regions} />
      <Close office={office} />
    </div>
  );
}

async function Rename({ office }: { office: OfficeWithin }) {
  const t = await getTranslations("administration");
  return (
    <Section title={t("office.rename")}>
      <p className="my-2 text-ink-2">{t("office.renameLead")}</p>
      <ActionForm
        action={nameOffice}
        problemsTitle={t("problems")}
        done={<Notice kind="ok">{t("done")}</Notice>}
        className="grid max-w-[34rem] gap-3"
      >
        <input type="hidden" name="office" value={office.slug} />
        <FormText name="name" label={t("office.name")} defaultValue={office.name} maxLength={60} />
        <FormText
          name="shortName"
          label={t("office.shortName")}
          hint={t("office.shortNameHint")}
          defaultValue={office.shortName}
          maxLength={20}
        />
        <FormText name="nameEn" label={t("office.nameEn")} defaultValue={office.nameEn ?? ""} maxLength={120} />
        <Button kind="brand" className="justify-self-start">
          {t("office.renameAct")}
        </Button>
      </ActionForm>
    </Section>
  );
}

interface MoveProps {
  office: OfficeWithin;
  offices: OfficeWithin[];
  regions: RegionWithin[];
}

async function Move({ office, offices, regions }: MoveProps) {
  const t = await getTranslations("administration");
  const { nameOf } = await inLanguage();
  const others = offices.filter(({ id }) => id !== office.id);
  return (
    <Section title={t("office.move")}>
      <p className="my-2 text-ink-2">{t("office.moveLead")}</p>
      <ActionForm
        action={placeOffice}
        problemsTitle={t("problems")}
        done={<Notice kind="ok">{t("done")}</Notice>}
        className="grid max-w-[34rem] gap-3"
      >
        <input type="hidden" name="office" value={office.slug} />
        <FormSelect
          name="region"
          label={t("office.place")}
          defaultValue={regions.find(({ id }) => id === office.regionId)?.slug ?? ""}
          choices={regions.map((region) => ({ value: region.slug, words: nameOf(region) }))}
        />
        <FormSelect
          name="parent"
          label={t("office.superior")}
          defaultValue={others.find(({ id }) => id === office.parentId)?.slug ?? ""}
          choices={[
            { value: "", words: t("office.noSuperior") },
            ...others.map((other) => ({ value: other.slug, words: nameOf(other) })),
          ]}
        />
        <Button kind="brand" className="justify-self-start">
          {t("office.moveAct")}
        </Button>
      </ActionForm>
    </Section>
  );
}

async function Close({ office }: { office: OfficeWithin }) {
  const t = await getTranslations("administration");
  return (
    <Section title={t("office.close")}>
      <p className="my-2 text-ink-2">{t("office.closeLead")}</p>
      <ActionForm action={endOffice} problemsTitle={t("problems")} className="grid max-w-[34rem] gap-3">
        <input type="hidden" name="office" value={office.slug} />
        <FormText
          name="confirm"
          label={t("office.confirm", { slug: office.slug })}
          autoComplete="off"
          autoCapitalize="none"
        />
        <Button kind="danger" className="justify-self-start">
          {t("office.closeAct")}
        </Button>
      </ActionForm>
    </Section>
  );
}
