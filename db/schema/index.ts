export * from "./calendar.ts";
export * from "./desk.ts";
export * from "./events.ts";
export * from "./letters.ts";
export * from "./offices.ts";
export * from "./people.ts";
export * from "./posts.ts";
