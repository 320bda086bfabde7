/** The first instant at which any of these letters reads differently though nothing has happened. */
export function earliest(letters: readonly { changesAt: Date | null }[]): Date | undefined {
  const instants = letters.flatMap(({ changesAt }) => (changesAt ? [changesAt.getTime()] : []));
  return instants.length > 0 ? new Date(Math.min(...instants)) : undefined;
}
