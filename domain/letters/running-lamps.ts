/** What a clock that runs can show. Pure: lists of lamps on pages read it too. */
export const runningLamps = ["green", "amber", "red", "paused", "provisional"] as const;
export type RunningLamp = (typeof runningLamps)[number];
