import { useLocale } from "next-intl";

/** A number as people read it: 42,565. */
export function Count({ of }: { of: number }) {
  const language = useLocale();
  return <data value={of}>{new Intl.NumberFormat(language).format(of)}</data>;
}
