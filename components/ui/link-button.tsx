import type { ComponentProps } from "react";
import { type ButtonKind, type ButtonSize, buttonLook } from "#components/ui/button-look.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { IconName } from "#components/ui/icon-shapes.ts";
import { A } from "#components/ui/link.tsx";

type LinkButtonProps = ComponentProps<"a"> & { href: string; kind?: ButtonKind; size?: ButtonSize; icon?: IconName };

/** A link that leads to an act and looks like one. Server components only; see `A`. */
export function LinkButton({ kind, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <A className={buttonLook(kind, size, className)} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </A>
  );
}
