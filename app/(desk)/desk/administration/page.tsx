import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormCheckbox, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { OfficeWithin, RegionWithin } from "#domain/administration/read-structure.ts";
import { addOffice, addRegion } from "./actions.ts";
import { Head } from "./head.tsx";
import { inLanguage } from "./in-language.ts";
import { myStructure } from "./mine.ts";

export default async function StructurePage() {
  const regions = await myStructure();
  const offices = regions.flatMap((region) => region.offices);
  const { nameOf } = await inLanguage();
  return (
    <>
      <Head current="structure" />
      <ul className="mt-3 flex flex-wrap gap-x-5 text-sm">
        {regions.map((region) => (
          <li key={region.slug}>
            <a href={`#${region.slug}`} className="inline-flex min-h-target items-center">
              {nameOf(region)}
            </a>
          </li>
        ))}
      </ul>
      {regions.map((region) => (
        <Region key={region.id} region={region} offices={offices} />
      ))}
    </>
  );
}

async function Region({ region, offices }: { region: RegionWithin; offices: OfficeWithin[] }) {
  const t = await getTranslations("administration");
  const level = t(`region.levels.${region.level}`);
  const { nameOf } = await inLanguage();
  return (
    <Section
      id={region.slug}
      title={
        <>
          {nameOf(region)} <span className="text-sm font-normal text-ink-2">{level}</span>
        </>
      }
      aside={t("region.offices", { count: region.offices.length })}
    >
      {region.offices.length > 0 ? (
        <Offices region={region} offices={offices} />
      ) : (
        <p className="py-2 text-ink-2">{t("region.none")}</p>
      )}
      <div className="flex flex-wrap gap-x-8">
        <NewOffice region={region} offices={offices} />
        {region.level !== "township" && <NewRegion region={region} />}
      </div>
    </Section>
  );
}

async function Offices({ region, offices }: { region: RegionWithin; offices: OfficeWithin[] }) {
  const t = await getTranslations("administration.office");
  const { nameOf, shortNameOf, titleOf } = await inLanguage();
  const superior = new Map(offices.map((office) => [office.id, shortNameOf(office)]));
  return (
    <DataTable
      caption={nameOf(region)}
      columns={[
        { words: t("one") },
        { words: t("superior") },
        { words: t("leaders") },
        { words: t("mailboxes"), numeric: true },
      ]}
    >
      {region.offices.map((office) => (
        <tr key={office.id}>
          <Cell head>
            <A href={`/desk/administration/offices/${office.slug}`}>{nameOf(office)}</A>{" "}
            {office.supervises && <Tag>{t("supervises")}</Tag>} {office.triages && <Tag>{t("triages")}</Tag>}
          </Cell>
          <Cell label={t("superior")}>{(office.parentId && superior.get(office.parentId)) || "—"}</Cell>
          <Cell label={t("leaders")}>{office.leaders.map(titleOf).join(" · ") || "—"}</Cell>
          <Cell label={t("mailboxes")} numeric>
            {office.mailboxes.length}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

async function NewOffice({ region, offices }: { region: RegionWithin; offices: OfficeWithin[] }) {
  const t = await getTranslations("administration");
  const own = (field: string) => `${field}-${region.slug}`;
  const { nameOf } = await inLanguage();
  return (
    <ActionForm
      action={addOffice}
      problemsTitle={t("problems")}
      done={<Notice kind="ok">{t("done")}</Notice>}
      className="min-w-0 has-[[open]]:w-full"
    >
      <Disclosure summary={t("office.new", { name: nameOf(region) })}>
        <div className="mt-2 mb-4 grid max-w-[34rem] gap-3">
          <input type="hidden" name="region" value={region.slug} />
          <FormText id={own("name")} name="name" label={t("office.name")} maxLength={60} />
          <FormText
            id={own("shortName")}
            name="shortName"
            label={t("office.shortName")}
            hint={t("office.shortNameHint")}
            maxLength={20}
          />
          <FormText id={own("nameEn")} name="nameEn" label={t("office.nameEn")} maxLength={120} />
          <FormText
            id={own("slug")}
            name="slug"
            label={t("office.slug")}
            hint={t("office.slugHint")}
            autoCapitalize="none"
            maxLength={40}
          />
          <FormSelect
            id={own("parent")}
            name="parent"
            label={t("office.superior")}
            choices={[
              { value: "", words: t("office.noSuperior") },
              ...offices.map((office) => ({ value: office.slug, words: nameOf(office) })),
            ]}
          />
          <div>
            <FormCheckbox id={own("supervises")} name="supervises" label={t("office.supervisesWords")} />
            <FormCheckbox id={own("triages")} name="triages" label={t("office.triagesWords")} />
          </div>
          <Button kind="go" className="justify-self-start">
            {t("office.create")}
          </Button>
        </div>
      </Disclosure>
    </ActionForm>
  );
}

async function NewRegion({ region }: { region: RegionWithin }) {
  const t = await getTranslations("administration");
  const own = (field: string) => `region-${field}-${region.slug}`;
  const { nameOf } = await inLanguage();
  return (
    <ActionForm
      action={addRegion}
      problemsTitle={t("problems")}
      done={<Notice kind="ok">{t("done")}</Notice>}
      className="min-w-0 has-[[open]]:w-full"
    >
      <Disclosure summary={t("region.new", { name: nameOf(region) })}>
        <div className="mt-2 mb-4 grid max-w-[34rem] gap-3">
          <input type="hidden" name="parent" value={region.slug} />
          <input type="hidden" name="level" value={region.level === "city" ? "county" : "township"} />
          <FormText id={own("name")} name="name" label={t("region.name")} maxLength={60} />
          <FormText id={own("nameEn")} name="nameEn" label={t("region.nameEn")} maxLength={80} />
          <FormText
            id={own("slug")}
            name="slug"
            label={t("region.slug")}
            hint={t("region.slugHint")}
            autoCapitalize="none"
            maxLength={40}
          />
          <Button kind="go" className="justify-self-start">
            {t("region.create")}
          </Button>
        </div>
      </Disclosure>
    </ActionForm>
  );
}
