"use client";

import { useAnswer } from "#components/ui/action-form.tsx";
import { FormCheckbox } from "#components/ui/form-fields.tsx";

/** 照这样发出: offered only once the words that name no day have been pointed out. */
export function AsIs({ label }: { label: string }) {
  const { problem, typed } = useAnswer("asIs");
  return problem || typed ? <FormCheckbox name="asIs" label={label} className="mt-2" /> : null;
}
