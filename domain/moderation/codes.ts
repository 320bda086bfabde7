/**
 * For what a comment or post is hidden; the words are in moderation.json under `codes`. There is none for
 * being sharp, wrong or unwelcome: what is not on this list stays.
 */
export const hidingCodes = ["privacy", "minor", "insult", "advertising", "flooding", "illegal"] as const;
export type HidingCode = (typeof hidingCodes)[number];
