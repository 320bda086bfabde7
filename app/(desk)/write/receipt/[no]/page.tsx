import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { toString as drawQr } from "qrcode";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { Columns } from "#components/frame/columns.tsx";
import { KeepProof } from "#components/ledger/keep-proof.tsx";
import { NextDates, Receipt, WhileWaiting } from "#components/letters/receipt.tsx";
import { db } from "#db/client.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { expectedDates } from "#domain/letters/expected-dates.ts";
import { findOwnLetter } from "#domain/letters/find-own-letter.ts";
import { readReceiptCode } from "#domain/letters/send-writing.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("write"))("receipt.title") };
}

/** 回执: number, query code, QR, and what happens next with its dates. Somebody else's is not found. */
export default async function ReceiptPage({ params }: PageProps<"/write/receipt/[no]">) {
  const { no } = await params;
  const person = await requireSignedIn(`/write/receipt/${no}`);
  const letter = await findOwnLetter(db, person, no);
  if (!letter) notFound();
  const at = await now();
  const sent = nowAt(letter.sentAt, at.calendar);
  const [code, dates] = await Promise.all([readReceiptCode(db, person, no, at), expectedDates(db, letter.kind, sent)]);
  const to = await addresses();
  const qr = await drawQr(`${process.env.PUBLIC_URL}${to(`/look-up?number=${no}`)}`, { type: "svg", margin: 2 });
  return (
    <Columns aside={<WhileWaiting urgeEvery={dates.urgeEvery} />}>
      <Receipt number={no} code={code} qr={qr} />
      <NextDates number={no} dates={dates} />
      <KeepProof number={no} />
    </Columns>
  );
}
