// biome-ignore lint/style/noRestrictedImports: only the sealing of the cookie, which sockets open as pages do; it knows no request
import { decode, encode } from "next-auth/jwt";

/** The name next-auth gives its cookie: a browser takes `__Secure-` only over https. */
export function cookieName(publicUrl = process.env.NEXTAUTH_URL ?? ""): string {
  return publicUrl.startsWith("https://") ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The cookie's value: sealed by next-auth, holding a random id and nothing about the person. */
export function writeToken(sid: string, secret: string, seconds: number): Promise<string> {
  return encode({ token: { sid }, secret, maxAge: seconds });
}

/** The random id in a cookie's value; null when it was forged, changed, or is too old. */
export async function readToken(token: string | undefined, secret: string): Promise<string | null> {
  if (!token) return null;
  try {
    const opened = await decode({ token, secret });
    return typeof opened?.sid === "string" ? opened.sid : null;
  } catch {
    return null;
  }
}
