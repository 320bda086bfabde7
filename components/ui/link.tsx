import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { address } from "#components/ui/address.ts";

/**
 * A link that stays in the reader's language: `<A href="/letters">` leads to `/en/letters` on an English page.
 * A plain `<a>`, so that the page cache answers. For server components; an island gets its addresses as props.
 */
export function A({ href, children, ...rest }: ComponentProps<"a"> & { href: string }) {
  const language = useLocale();
  return (
    <a href={address(language, href)} {...rest}>
      {children}
    </a>
  );
}
