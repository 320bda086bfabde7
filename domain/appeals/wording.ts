import { findPersonal, type PersonalKind } from "#domain/letters/redaction.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { largestAmount, mostPresent } from "./input.ts";

/** Which words: named in the refusal, so that one knows what to mend. */
type Field =
  | "body"
  | "beneficiary"
  | "need"
  | "publicAid"
  | "charityName"
  | "refusal"
  | "things"
  | "amountWords"
  | "words"
  | "closingReport"
  | "suspension"
  | "resumption";

/** What names a child or a patient, or leads to them: nobody may publish it with an appeal, whatever they mean by it. */
const kept: readonly PersonalKind[] = ["id", "card", "mobile", "landline", "email"];

/** 姓名：…, 名叫…, 患者：… — a name in so many words. 名字不公开 is none. */
const naming =
  /(?:姓\s*名|名\s*字|真\s*名|学\s*名|小\s*名)\s*(?:[是叫为]|[：:])\s*[“"'‘]?\p{Script=Han}{2,4}|(?:名叫|取名|本名)[“"'‘]?(?!不)\p{Script=Han}{2,4}|(?:患者|患儿|病人|伤者|孩子|户主)[：:]\s*\p{Script=Han}{2,3}(?!\p{Script=Han})/u;

/** Words of an appeal as they are kept, which name nobody; or why they cannot be. */
export function namelessWords(field: Field, typed: string, most: number): string {
  const words = plainText(typed);
  if (words === "") throw new Refusal("appeals.wordless", { field });
  const length = lengthOf(words);
  if (length > most) throw new Refusal("appeals.tooLong", { field, maximum: most, length });
  refuseNames(words);
  return words;
}

/** Refuses what names somebody: in all that an appeal says, and in what is added to it. */
export function refuseNames(words: string): void {
  const found = findPersonal(words).find(({ kind }) => kept.includes(kind));
  if (found) throw new Refusal("appeals.tellsWho", { kind: found.kind });
  if (naming.test(words)) throw new Refusal("appeals.tellsWho", { kind: "name" });
}

/** Whole yuan as people type them: 1000, 1,000, １０００, 1000元. Nothing typed is null; anything else is refused in words. */
export function wholeYuan(typed: string): number | null {
  const plain = typed
    .normalize("NFKC")
    .replaceAll(/[\s,，_]/g, "")
    .replace(/^[¥￥]/, "")
    .replace(/元$/, "");
  if (plain === "") return null;
  const yuan = /^\d{1,9}$/.test(plain) ? Number(plain) : 0;
  if (yuan < 1 || yuan > largestAmount) throw new Refusal("appeals.amount", { maximum: largestAmount });
  return yuan;
}

/** How many were there when it was handed over. */
export function presentOf(typed: string): number {
  const plain = typed.normalize("NFKC").replaceAll(/\s/g, "").replace(/人$/, "");
  const present = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
  if (present < 1) throw new Refusal("appeals.present", { maximum: mostPresent });
  return present;
}
