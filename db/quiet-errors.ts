import { inspect } from "node:util";
import { DrizzleQueryError } from "drizzle-orm";

/**
 * A query that failed is logged whole, but for what was filled into it: people's words, numbers, and keys to what they
 * have not sent yet.
 */
export function keepValuesOutOfLogs(): void {
  Object.defineProperty(DrizzleQueryError.prototype, inspect.custom, {
    configurable: true,
    value(this: DrizzleQueryError): string {
      const frames = /\n {4}at [\s\S]*/.exec(this.stack ?? "")?.[0] ?? "";
      return `Failed query: ${this.query}${frames}\n  [cause]: ${inspect(this.cause)}`;
    },
  });
}
