"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { changeDeclines, closeMailbox, moveMailbox } from "#domain/administration/change-mailbox.ts";
import { closeOffice } from "#domain/administration/close-office.ts";
import { createMailbox } from "#domain/administration/create-mailbox.ts";
import { createOffice } from "#domain/administration/create-office.ts";
import { createRegion } from "#domain/administration/create-region.ts";
import { grantRole } from "#domain/administration/grant-role.ts";
import {
  declinesInput,
  grantInput,
  leaderInputOnly,
  mailboxInput,
  mailboxInputOnly,
  mailboxPlaceInput,
  officeInput,
  officeInputOnly,
  officeNameInput,
  officePlaceInput,
  positionInput,
  regionInput,
  revokeInput,
} from "#domain/administration/input.ts";
import { moveOffice } from "#domain/administration/move-office.ts";
import { closePosition, createPosition } from "#domain/administration/positions.ts";
import { renameOffice } from "#domain/administration/rename-office.ts";
import { revokeRole } from "#domain/administration/revoke-role.ts";

type Answer = Promise<FormState>;

/** What cannot be undone is typed out first. */
const closing = officeInputOnly
  .extend({ confirm: z.string().trim() })
  .refine(({ office, confirm }) => office === confirm, { path: ["confirm"], message: "administration.confirm" });

const forms = {
  region: formAction(regionInput, (actor, input, now) => createRegion(db, actor, input, now)),
  office: formAction(officeInput, (actor, input, now) => createOffice(db, actor, input, now)),
  officeName: formAction(officeNameInput, (actor, input, now) => renameOffice(db, actor, input, now)),
  officePlace: formAction(officePlaceInput, (actor, input, now) => moveOffice(db, actor, input, now)),
  // Its own page ends with it.
  officeEnd: formAction(closing, async (actor, input, now) => {
    await closeOffice(db, actor, input, now);
    redirect((await addresses())("/desk/administration"));
  }),
  position: formAction(positionInput, (actor, input, now) => createPosition(db, actor, input, now)),
  positionEnd: formAction(leaderInputOnly, (actor, input, now) => closePosition(db, actor, input, now)),
  mailbox: formAction(mailboxInput, (actor, input, now) => createMailbox(db, actor, input, now)),
  declines: formAction(declinesInput, (actor, input, now) => changeDeclines(db, actor, input, now)),
  mailboxPlace: formAction(mailboxPlaceInput, (actor, input, now) => moveMailbox(db, actor, input, now)),
  mailboxEnd: formAction(mailboxInputOnly, (actor, input, now) => closeMailbox(db, actor, input, now)),
  grant: formAction(grantInput, (actor, input, now) => grantRole(db, actor, input, now)),
  revoke: formAction(revokeInput, (actor, input, now) => revokeRole(db, actor, input, now)),
};

export const addRegion = async (before: FormState, form: FormData): Answer => forms.region(before, form);
export const addOffice = async (before: FormState, form: FormData): Answer => forms.office(before, form);
export const nameOffice = async (before: FormState, form: FormData): Answer => forms.officeName(before, form);
export const placeOffice = async (before: FormState, form: FormData): Answer => forms.officePlace(before, form);
export const endOffice = async (before: FormState, form: FormData): Answer => forms.officeEnd(before, form);
export const addPosition = async (before: FormState, form: FormData): Answer => forms.position(before, form);
export const endPosition = async (before: FormState, form: FormData): Answer => forms.positionEnd(before, form);
export const addMailbox = async (before: FormState, form: FormData): Answer => forms.mailbox(before, form);
export const sayDeclines = async (before: FormState, form: FormData): Answer => forms.declines(before, form);
export const placeMailbox = async (before: FormState, form: FormData): Answer => forms.mailboxPlace(before, form);
export const endMailbox = async (before: FormState, form: FormData): Answer => forms.mailboxEnd(before, form);
export const giveRole = async (before: FormState, form: FormData): Answer => forms.grant(before, form);
export const takeRole = async (before: FormState, form: FormData): Answer => forms.revoke(before, form);
