import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "#domain/refusal.ts";

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const shortest = 12;
const longest = 128;

/** The first passwords anybody would guess, however long they are made. */
const guessed =
  /^(.)\1*$|^(?:0?1234567890?|9876543210|qwerty|qwertyuiop|password|admin|gongpu|123|abc|[a-z]{2,4}123)+\d*$/i;

/** Twelve characters, not the name, none of the first guesses. No rules about kinds of characters: they make passwords worse. */
export async function hashPassword(password: string, name: string): Promise<string> {
  const length = [...password].length;
  if (length < shortest || length > longest) throw new Refusal("signIn.passwordLength", { shortest, longest });
  const plain = password.toLowerCase();
  if (guessed.test(plain) || plain.includes(name.toLowerCase())) throw new Refusal("signIn.passwordGuessed");
  return hash(password.normalize("NFKC"), cost);
}

let nobodys: Promise<string> | undefined;

/** Takes as long for a name that nobody has, so that the answer's time does not tell which names exist. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  nobodys ??= hash("nobody's password", cost);
  const right = await verify(passwordHash ?? (await nobodys), password.slice(0, longest * 4).normalize("NFKC"));
  return right && passwordHash !== undefined;
}
