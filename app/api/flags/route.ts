import { write } from "#app/_edge/write.ts";
import { flag } from "#domain/flags/flag.ts";
import { flagInput } from "#domain/flags/input.ts";

/** 举报. */
export const POST = write({
  schema: flagInput,
  run: flag,
  action: "flag",
  seen: () => "/me/reports?done=sent",
  kept: ({ of = "" }) => `/report?of=${encodeURIComponent(of)}`,
});
