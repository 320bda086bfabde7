import { Fragment, type ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Fieldset } from "#components/ui/fieldset.tsx";

export interface Option {
  value: string;
  words: ReactNode;
  /** One line more: what choosing it means. */
  detail?: ReactNode;
  disabled?: boolean;
  /** A heading above this option and those after it. */
  under?: string;
}

interface RadioGroupProps {
  name: string;
  legend: ReactNode;
  options: readonly Option[];
  defaultValue?: string;
  number?: number;
  hint?: ReactNode;
  problem?: string | string[];
  id?: string;
  required?: boolean;
  /** side by side when there is room: for short answers (是 / 部分 / 否) */
  inline?: boolean;
  /** two side by side on a phone, four where there is room: for many short answers */
  dense?: boolean;
  className?: string;
}

/** One of several, each a whole row to hit. */
export function RadioGroup({
  name,
  options,
  defaultValue,
  id = name,
  required,
  inline,
  dense,
  ...rest
}: RadioGroupProps) {
  return (
    <Fieldset id={id} {...rest}>
      <div
        className={classes(
          "grid pe-px pb-px",
          inline && "auto-cols-fr sm:grid-flow-col",
          dense && "grid-cols-2 sm:grid-cols-4",
        )}
      >
        {options.map((option) => (
          <Fragment key={option.value}>
            {option.under && (
              <p className="-me-px -mb-px border border-rule bg-paper px-3.5 py-1.5 text-sm leading-normal text-ink-2">
                {option.under}
              </p>
            )}
            <label
              className={classes(
                "-me-px -mb-px grid min-h-target cursor-pointer grid-cols-[1.5rem_1fr] gap-x-3.5 border border-rule bg-card",
                "px-3.5 py-2.5 leading-normal hover:bg-brand-wash has-checked:relative has-checked:border-brand",
                "has-checked:bg-brand-wash has-disabled:cursor-not-allowed has-disabled:text-ink-2",
              )}
            >
              <input
                type="radio"
                name={name}
                value={option.value}
                defaultChecked={option.value === defaultValue}
                disabled={option.disabled}
                required={required}
                className="choice"
              />
              <span>
                <b className="font-semibold">{option.words}</b>
                {option.detail && <small className="block text-ink-2">{option.detail}</small>}
              </span>
            </label>
          </Fragment>
        ))}
      </div>
    </Fieldset>
  );
}
