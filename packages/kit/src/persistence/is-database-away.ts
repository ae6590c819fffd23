/** PostgreSQL's codes for "not now": shutting down, starting up, no connection left. */
const awayCodes = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const awayMessages =
  /timeout exceeded when trying to connect|timeout expired|Connection terminated|connection timeout|is not queryable/i;

/** Whether an error says that the database, or a connection to it, could not be had. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && awayCodes.has(code)) || awayMessages.test(error.message);
}
