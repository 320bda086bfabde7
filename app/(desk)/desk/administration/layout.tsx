import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Columns } from "#components/frame/columns.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("administration"))("title") };
}

export default function Administration({ children }: { children: ReactNode }) {
  return (
    <Columns wide>
      <div className="mx-auto w-full max-w-page px-4 pb-12 lg:px-6">{children}</div>
    </Columns>
  );
}
