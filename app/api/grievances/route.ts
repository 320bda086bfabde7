import { write } from "#app/_edge/write.ts";
import { raiseInput } from "#domain/grievances/input.ts";
import { raiseGrievance } from "#domain/grievances/raise.ts";

/** 申诉 of a moderation. */
export const POST = write({
  schema: raiseInput,
  run: raiseGrievance,
  action: "flag",
  seen: () => "/me/moderated?done=raised",
  kept: ({ of = "" }) => `/me/moderated?of=${encodeURIComponent(of)}`,
});
