"use client";

import type { ComponentProps } from "react";
import { useAnswer, useTicked } from "#components/ui/action-form.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";

/** The fields of components/ui inside an ActionForm: same props; what was typed and what is wrong come by themselves. */

type Of<Field extends (props: never) => unknown> = Omit<Parameters<Field>[0], "problem" | "defaultValue"> & {
  defaultValue?: string;
};

export function FormText(props: Of<typeof TextField>) {
  const { typed, problem } = useAnswer(props.name, props.defaultValue);
  return <TextField {...props} defaultValue={typed} problem={problem} />;
}

export function FormArea(props: Of<typeof TextArea>) {
  const { typed, problem } = useAnswer(props.name, props.defaultValue);
  return <TextArea {...props} defaultValue={typed} problem={problem} />;
}

export function FormSelect(props: Of<typeof Select>) {
  const { typed, problem } = useAnswer(props.name, props.defaultValue);
  return <Select {...props} defaultValue={typed} problem={problem} />;
}

export function FormRadios(props: Of<typeof RadioGroup>) {
  const { typed, problem } = useAnswer(props.name, props.defaultValue);
  // React does not change which radio is checked by default on an element that is already there.
  return <RadioGroup key={typed} {...props} defaultValue={typed} problem={problem} />;
}

/** One box, or one of several that share a name and differ in `value`. */
export function FormCheckbox(props: Omit<ComponentProps<typeof Checkbox>, "problem">) {
  const { ticked, problem } = useTicked(props.name);
  const checked = ticked?.includes(String(props.value ?? "on")) ?? props.defaultChecked;
  return <Checkbox key={String(checked)} {...props} defaultChecked={checked} problem={problem} />;
}
