import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import type { Step } from "#domain/letters/steps.ts";

type Offered = Pick<LetterForPerson, "steps">;

/** Is the step this person's to take, now or not now? */
export const offers = ({ steps }: Offered, step: Step): boolean => steps.some((one) => one.step === step);

/** Something stands in its way: a colleague was faster, or it is done. */
export const isLate = ({ steps }: Offered, step: Step): boolean =>
  steps.some((one) => one.step === step && one.obstacle !== null);

export const isFree = (letter: Offered, step: Step): boolean => offers(letter, step) && !isLate(letter, step);
