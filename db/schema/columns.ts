import { bigint, timestamp } from "drizzle-orm/pg-core";

/** A surrogate key. It never appears where its order would tell a stranger how many there are of something private. */
export const id = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** A reference to another row's surrogate key. */
export const ref = () => bigint({ mode: "number" });

/** An instant, millisecond precision, always with its zone. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });
