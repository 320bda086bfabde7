import { getTranslations } from "next-intl/server";

type Asked = string | string[] | undefined;

/** Why a look-up brought no letter, by the key that stands in the address; nothing else of it is repeated. */
export async function lookUpProblem(key: Asked, minutes: Asked): Promise<string | null> {
  const refusals = await getTranslations("refusals");
  const problems = await getTranslations("problems");
  if (key === "notOpened") return refusals("letters.notOpened");
  if (key === "requests.elsewhere") return refusals(key);
  if (key === "tooOften") return refusals("tooOften", { minutes: Number(minutes) || 1 });
  if (key === "numberMalformed" || key === "codeMissing") return problems(`letters.${key}`);
  return null;
}
