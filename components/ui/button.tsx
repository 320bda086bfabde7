import type { ComponentProps } from "react";
import { type ButtonKind, type ButtonSize, buttonLook } from "#components/ui/button-look.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { IconName } from "#components/ui/icon-shapes.ts";

type ButtonProps = ComponentProps<"button"> & { kind?: ButtonKind; size?: ButtonSize; icon?: IconName };

/** Submits its form unless told otherwise: on these pages a button nearly always does. */
export function Button({ kind, size, icon, className, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonLook(kind, size, className)} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}
