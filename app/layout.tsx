import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { languageOf } from "#app/_edge/language.ts";
import { lookScript } from "#components/frame/look.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame");
  return {
    metadataBase: new URL(process.env.PUBLIC_URL ?? "http://localhost:3000"),
    title: { default: t("title"), template: `%s · ${t("wordmark")}` },
    description: t("description"),
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1a212b" },
  ],
};

/** One root for both languages and for both kinds of pages. It knows the language and nobody's look. */
export default async function Root({ children }: { children: ReactNode }) {
  // Desk pages have a nonce in their policy; square pages none, their scripts are known by their hashes.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={await languageOf()} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, before the first paint */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: lookScript }} />
        <noscript>
          <link rel="stylesheet" href="/api/look" />
        </noscript>
      </head>
      <body>
        <div className="page">{children}</div>
      </body>
    </html>
  );
}
