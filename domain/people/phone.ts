const mainlandMobile = /^1[3-9]\d{9}$/;

/** Eleven digits of a mainland mobile number, however it was typed (１３８…, +86 138-0013-8000); otherwise null. */
export function readPhone(typed: string): string | null {
  const digits = plainDigits(typed).replace(/^(\+|00)86/, "");
  return mainlandMobile.test(digits) ? digits : null;
}

/** What was typed into a field for digits, without spaces and dashes, full-width digits made plain. */
export function plainDigits(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s\-‐-―()]/g, "");
}
