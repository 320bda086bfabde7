import type { AuthOptions } from "next-auth";
import credentialsModule from "next-auth/providers/credentials";
import { now } from "#app/_edge/now.ts";
import { db } from "#db/client.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { personSignedIn } from "#domain/sign-in/check-sign-in.ts";
import { signOut } from "#domain/sign-in/revoke.ts";
import { readToken } from "#domain/sign-in/token.ts";

// A CommonJS module: some loaders hand over its exports, others its default export.
const Credentials =
  (credentialsModule as unknown as { default?: typeof credentialsModule }).default ?? credentialsModule;

/**
 * next-auth reads and clears the cookie; signing in is our own form, which works without scripts and asks for a code.
 * The cookie holds only a random id, so a session is read as nothing once its row is revoked.
 */
export const authOptions: AuthOptions = {
  providers: [Credentials({ id: "gongpu", name: "公仆", credentials: {}, authorize: () => null })],
  session: { strategy: "jwt", maxAge: 30 * 24 * 3_600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  jwt: {
    decode: async ({ token, secret }) => {
      const sid = await readToken(token, String(secret));
      return sid && (await personSignedIn(db, sid)) !== null ? { sid } : null;
    },
  },
  callbacks: {
    session: async ({ session, token }) => {
      const personId = await personSignedIn(db, String(token.sid));
      const person = personId === null ? null : await readPerson(db, personId);
      return { expires: session.expires, user: { name: person?.nickname ?? null } };
    },
  },
  events: {
    signOut: async ({ token }) => {
      if (token?.sid) await signOut(db, nobody, String(token.sid), await now());
    },
  },
};
