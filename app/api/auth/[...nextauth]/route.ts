import authModule from "next-auth";
import { authOptions } from "#app/_edge/auth.ts";

// A CommonJS module: some loaders hand over its exports, others its default export.
const NextAuth = (authModule as unknown as { default?: typeof authModule }).default ?? authModule;

const answer = NextAuth(authOptions);

type Context = RouteContext<"/api/auth/[...nextauth]">;

/** Signing in is a form of ours, so that next-auth's own way in leads nowhere; asked for, it would say that we are at fault. */
async function answerOurs(request: Request, context: Context): Promise<Response> {
  const path = (await context.params).nextauth.join("/");
  return path === "callback/gongpu" ? new Response(null, { status: 404 }) : answer(request, context);
}

export { answerOurs as GET, answerOurs as POST };
