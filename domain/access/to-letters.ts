/** Filled with the step table. */
export const toLetters = {};
