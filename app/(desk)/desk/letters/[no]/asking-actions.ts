"use server";

import { askExtension, denyExtension, grantExtension } from "#domain/letters/extend-letter.ts";
import { extendInput, grantInput, keepInput, promiseInput, wordsInput } from "#domain/letters/input.ts";
import { objectToLetter, overruleObjection, upholdObjection } from "#domain/letters/object-letter.ts";
import { keepPromise, makePromise } from "#domain/letters/promise-letter.ts";
import { respondToRating } from "#domain/letters/respond-rating.ts";
import { saying } from "./taking.ts";

export const object = saying("object", wordsInput, objectToLetter);
export const uphold = saying("uphold", wordsInput, upholdObjection);
export const overrule = saying("overrule", wordsInput, overruleObjection);
export const extend = saying("extend", extendInput, askExtension);
export const grant = saying("grant", grantInput, grantExtension);
export const deny = saying("deny", wordsInput, denyExtension);
export const promise = saying("promise", promiseInput, makePromise);
export const keep = saying("keep", keepInput, keepPromise);
export const respondRating = saying("respondRating", wordsInput, respondToRating);
