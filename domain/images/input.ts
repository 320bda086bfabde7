/** What a reader who does not see the picture is told: characters at most. */
export const longestAlt = 200;
