import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSignersPage } from "#app/_square/letters.ts";
import { once } from "#app/_square/once.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Signers } from "#components/signatures/signers.tsx";

type Props = PageProps<"/letters/[no]/signers">;

const read = once(readSignersPage);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const letter = await read((await params).no, await searchParams);
  if (!letter) return {};
  const t = await getTranslations("joint");
  return { title: `${t("named")} · ${letter.title}` };
}

/** Everybody who stands beside a letter by name, in the order in which they signed. */
export default async function SignersPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const letter = await read((await params).no, query);
  if (!letter) notFound();
  return (
    <Columns>
      <Signers letter={letter} first={query.after === undefined} />
    </Columns>
  );
}
