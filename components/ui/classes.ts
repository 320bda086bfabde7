/** One class string of those that apply. */
export function classes(...some: (string | false | null | undefined)[]): string {
  return some.filter(Boolean).join(" ");
}
