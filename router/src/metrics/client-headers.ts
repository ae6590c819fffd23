import type { IncomingMessage } from 'node:http';

/** Where clients say who they are, as Apollo's do. */
export const clientNameHeader = 'apollographql-client-name';
export const clientVersionHeader = 'apollographql-client-version';

/** The name that a client gives itself; anybody may give any. */
export function clientOf({ headers }: IncomingMessage): string | undefined {
  const name = headers[clientNameHeader];
  return typeof name === 'string' ? name : undefined;
}
