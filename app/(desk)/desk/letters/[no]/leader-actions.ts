"use server";

import { inspectInput, letGoInput, takeOnInput } from "#domain/led-cases/input.ts";
import { inspectCase } from "#domain/led-cases/inspect-case.ts";
import { letGo, takeOn } from "#domain/led-cases/take-on.ts";
import { acknowledgeLetter } from "#domain/letters/acknowledge-letter.ts";
import { letterOnly } from "#domain/letters/input.ts";
import { saying, taking } from "./taking.ts";

export const acknowledge = saying("acknowledge", letterOnly, acknowledgeLetter);
export const takeOnCase = taking("takeOn", takeOnInput, takeOn);
export const recordInspection = saying("inspect", inspectInput, inspectCase);
export const letCaseGo = taking("letGo", letGoInput, letGo);
