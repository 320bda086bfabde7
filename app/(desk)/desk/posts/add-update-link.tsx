import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/link-button.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { readOwnGrowing } from "#domain/updates/read-own-growing.ts";

/** 补充进展, for whoever may. */
export async function AddUpdateLink({ person, postId, href }: { person: Person; postId: number; href: string }) {
  const [growing, t] = await Promise.all([readOwnGrowing(db, person, postId), getTranslations("updates.form")]);
  return (
    growing && (
      <LinkButton href={href} icon="plus">
        {t("title")}
      </LinkButton>
    )
  );
}
