"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonKind, type ButtonSize, buttonLook } from "#components/ui/button-look.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { IconName } from "#components/ui/icon-shapes.ts";

interface SubmitButtonProps {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  /** Said while the form is on its way: 正在寄出…… */
  waiting: string;
  children: ReactNode;
}

/** Sends its form and says so. It stays pressable without script; the domain takes the second click for the first. */
export function SubmitButton({ kind, size, icon, waiting, children }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" aria-disabled={pending || undefined} className={buttonLook(kind, size)}>
      {icon && <Icon of={icon} />}
      {pending ? waiting : children}
    </button>
  );
}
