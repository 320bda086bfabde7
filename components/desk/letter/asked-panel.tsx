import { useTranslations } from "next-intl";
import { AskedWords } from "#components/desk/letter/asking-forms.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

/** What an office has asked and nobody has decided yet, with the two ways to decide it for whoever does. */
export function AskedPanel({ letter }: { letter: LetterForPerson }) {
  const t = useTranslations("handling");
  const free = letter.steps.filter(({ obstacle }) => obstacle === null).map(({ step }) => step as string);
  const open = [
    { asked: letter.asked.objections.find(({ state }) => state === "raised"), ways: ["uphold", "overrule"] as const },
    { asked: letter.asked.extensions.find(({ state }) => state === "asked"), ways: ["grant", "deny"] as const },
  ];
  return open.map(
    ({ asked, ways }) =>
      asked && (
        <section key={ways[0]} className="border border-rule border-s-4 border-s-brand bg-card px-4 py-3">
          <h2 className="flex items-center gap-2 text-lg">
            <Icon of="hand" className="text-brand" />
            {t(`waits.${ways[0]}`)}
          </h2>
          <div className="mt-2">
            <AskedWords asked={asked} />
          </div>
          {free.includes(ways[0]) || free.includes(ways[1]) ? (
            <p className="mt-2 flex flex-wrap gap-x-5">
              {ways
                .filter((way) => free.includes(way))
                .map((way) => (
                  <A
                    key={way}
                    href={`/desk/letters/${letter.number}?do=${way}#do`}
                    className="inline-flex min-h-target items-center"
                  >
                    {t(`${way}.button`)}
                  </A>
                ))}
            </p>
          ) : (
            <p className="mt-2 text-sm text-ink-2">{t(`waits.by.${ways[0]}`)}</p>
          )}
        </section>
      ),
  );
}
