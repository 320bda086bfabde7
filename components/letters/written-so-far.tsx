import { useTranslations } from "next-intl";
import { writeAddress } from "#components/letters/write-addresses.ts";
import { A } from "#components/ui/link.tsx";
import type { WritingFields } from "#domain/letters/writing.ts";

/** What the first step holds, in sight while the others are filled in. */
export function WrittenSoFar({ fields }: { fields: WritingFields }) {
  const t = useTranslations("write");
  const photos = fields.images.split(",").filter(Boolean).length;
  const origins = [
    fields.title,
    photos > 0 ? t("check.photoCount", { n: photos }) : null,
    fields.comment ? t("check.fromComment") : null,
  ];
  return (
    <div className="mt-5 grid grid-cols-[1fr_auto] gap-x-4 border border-rule bg-card px-4 py-3 sm:px-5">
      <p className="line-clamp-3 font-song">{fields.body}</p>
      <A href={writeAddress.what} className="inline-flex min-h-target items-start text-[1rem]">
        {t("change")}
      </A>
      <p className="col-span-full text-sm text-ink-2">{origins.filter(Boolean).join(" · ")}</p>
    </div>
  );
}
