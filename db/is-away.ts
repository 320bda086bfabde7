/** What the driver or PostgreSQL says when there is nobody to ask: not connected, cut off, going down, coming up. */
const silent =
  /^(?:CONNECTION_(?:CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONN(?:REFUSED|RESET|ABORTED)|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[123]|53300)$/;

/** Did this fail because the database was not there, rather than because of what was asked? */
export function isAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (silent.test(String((cause as { code?: unknown }).code))) return true;
  }
  return false;
}
