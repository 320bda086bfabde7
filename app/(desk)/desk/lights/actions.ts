"use server";

import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { db } from "#db/client.ts";
import { sendFailedAgain } from "#domain/supervision/deliver-lights.ts";

export const sendAgain = formAction(z.object({}), (actor, _, at) => sendFailedAgain(db, actor, at));
