import { getTranslations } from "next-intl/server";
import { FormSelect } from "#components/ui/form-fields.tsx";
import type { RegionWithin } from "#domain/administration/read-structure.ts";
import { scopeOfRole } from "#domain/administration/scope-of-role.ts";
import { inLanguage } from "../in-language.ts";

/** A role and what it stands on; the domain says which go together. */
export async function RoleAndPlace({ id, regions }: { id: string; regions: RegionWithin[] }) {
  const t = await getTranslations("administration.staff");
  const words = await getTranslations("desk-menu.roles");
  const { nameOf, titleOf } = await inLanguage();
  const offices = regions.flatMap((region) => region.offices);
  const leaders = offices.flatMap((office) => office.leaders);
  const roles = Object.keys(scopeOfRole) as (keyof typeof scopeOfRole)[];
  return (
    <>
      <FormSelect
        id={`${id}-role`}
        name="role"
        label={t("role")}
        defaultValue="handler"
        choices={roles.map((role) => ({ value: role, words: words(role) }))}
      />
      <FormSelect
        id={`${id}-scope`}
        name="scope"
        label={t("scope")}
        hint={t("scopeHint")}
        choices={[
          {
            words: t("positions"),
            choices: leaders.map((leader) => ({ value: `leader:${leader.handle}`, words: titleOf(leader) })),
          },
          {
            words: t("offices"),
            choices: offices.map((office) => ({ value: `office:${office.slug}`, words: nameOf(office) })),
          },
          {
            words: t("regions"),
            choices: regions.map((region) => ({ value: `region:${region.slug}`, words: nameOf(region) })),
          },
        ]}
      />
    </>
  );
}
