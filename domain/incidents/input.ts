import { updateInput } from "#domain/updates/input.ts";

/** How it ended, in words and pictures, as the last update of its thread. */
export const endIncidentInput = updateInput.omit({ as: true });
