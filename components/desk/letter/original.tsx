import { useTranslations } from "next-intl";
import type { Span } from "#domain/letters/redaction.ts";

const certain: readonly Span["kind"][] = ["id", "card", "name", "contact"];

/** A text with what must not be published marked in it, each stretch with its kind in words. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const t = useTranslations("letters.personal");
  const said = useTranslations("desk-letter.redaction");
  let from = 0;
  const pieces = spans.map((span) => {
    const before = text.slice(from, span.start);
    from = span.end;
    const sure = certain.includes(span.kind);
    return (
      <span key={span.start}>
        {before}
        <mark
          className={
            sure
              ? "border-b-2 border-danger bg-danger-bg text-danger"
              : "border-b-2 border-dashed border-warn bg-warn-bg text-warn"
          }
        >
          {text.slice(span.start, span.end)}
          <small className="ms-1 font-sans">{said(sure ? "certain" : "likely", { kind: t(span.kind) })}</small>
        </mark>
      </span>
    );
  });
  return (
    <p className="whitespace-pre-wrap font-song leading-loose">
      {pieces}
      {text.slice(from)}
    </p>
  );
}
