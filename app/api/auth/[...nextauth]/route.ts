import authModule from "next-auth";
import { authOptions } from "#app/_edge/auth.ts";

// A CommonJS module: some loaders hand over its exports, others its default export.
const NextAuth = (authModule as unknown as { default?: typeof authModule }).default ?? authModule;

const answer = NextAuth(authOptions);

export { answer as GET, answer as POST };
