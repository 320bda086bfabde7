import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Plate } from "#components/letters/plate.tsx";
import { CosignForm } from "#components/signatures/cosign-form.tsx";
import { MySignature } from "#components/signatures/my-signature.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { readHandover } from "#domain/handovers.ts";
import { isOpen } from "#domain/letters/step-states.ts";
import { findJointLetter, readMySignature } from "#domain/signatures/read-signers.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("joint"))("mine.title"), robots: { index: false } };
}

/** One's own signature under a letter: given, taken back, or why not. What was ticked before signing in is still there. */
export default async function CosignPage({ params, searchParams }: PageProps<"/letters/[no]/cosign">) {
  const { no } = await params;
  const { kept, done } = await searchParams;
  const token = typeof kept === "string" ? kept : "";
  const here = `/letters/${encodeURIComponent(no)}/cosign`;
  const person = await requireSignedIn(token ? `${here}?kept=${encodeURIComponent(token)}` : here);
  const [letter, mine, handover] = await Promise.all([
    findJointLetter(db, no),
    readMySignature(db, person, no),
    token ? readHandover(db, token, await now()) : null,
  ]);
  if (!letter) notFound();
  const t = await getTranslations("joint.mine");
  const open = isOpen(letter.state);
  const said = typeof done === "string" && t.has(`done.${done}` as "done.signed") ? (done as "signed") : null;
  const refusal = handover?.refusal ? { key: handover.refusal, details: handover.details ?? {} } : null;
  return (
    <Columns>
      {said && (
        <Notice kind="ok" live>
          {t(`done.${said}`)}
        </Notice>
      )}
      <FormRefusal words={refusal && (await wordsOfRefusal(refusal))} />
      <p>
        <Plate number={letter.number} />
      </p>
      <h1 className="mt-3">{letter.title}</h1>
      {mine ? (
        <MySignature number={letter.number} mine={mine} open={open} />
      ) : open ? (
        <section aria-label={t("title")} className="mt-4">
          <p className="mb-2">{t("words")}</p>
          <CosignForm number={letter.number} ticked={handover?.fields} />
        </section>
      ) : (
        <p className="mt-4 text-ink-2">{t("over")}</p>
      )}
      <p className="mt-6">
        <LinkButton href={`/letters/${letter.number}`} icon="arrow-left">
          {t("back")}
        </LinkButton>
      </p>
    </Columns>
  );
}
