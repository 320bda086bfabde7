"use server";

import { decideSuggestion, studySuggestion } from "#domain/suggestions/decide-suggestion.ts";
import { decideInput, studyInput } from "#domain/suggestions/input.ts";
import { saying } from "./taking.ts";

export const study = saying("study", studyInput, studySuggestion);
export const decide = saying("adopt", decideInput, decideSuggestion);
