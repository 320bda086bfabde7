/** Beyond this it is only said that there are more. */
export const mostOwed = 99;
