import { cookies } from "next/headers";
import type { OpenedSignIn } from "#domain/sign-in/open-sign-in.ts";
import { cookieName, writeToken } from "#domain/sign-in/token.ts";

/** Sets the cookie that next-auth reads too. On a shared computer it ends with the browser's window. */
export async function keepSignIn(opened: OpenedSignIn, shared = false): Promise<void> {
  const name = cookieName();
  const value = await writeToken(opened.sid, process.env.NEXTAUTH_SECRET ?? "", opened.lasts);
  const until = shared ? {} : { maxAge: opened.lasts };
  const secure = name.startsWith("__Secure-");
  (await cookies()).set(name, value, { httpOnly: true, sameSite: "lax", path: "/", secure, ...until });
}

export async function dropSignIn(): Promise<void> {
  const name = cookieName();
  const secure = name.startsWith("__Secure-");
  (await cookies()).set(name, "", { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 0 });
}
