import { useLocale } from "next-intl";

/** How this page's readers write numbers: 42,565, 98.02%, 7.7. */
export function useNumbers() {
  const language = useLocale();
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, {
    style: "percent",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return {
    count: (n: number) => whole.format(n),
    percent: (n: number) => percent.format(n),
    fraction: (numerator: number, denominator: number) => `${whole.format(numerator)} ÷ ${whole.format(denominator)}`,
  };
}
