import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestRouter, type TestRouter } from './start-test-router.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter();
});
afterAll(() => graph.stop());

/** What GraphQL over HTTP recommends and we do otherwise: an operation that is refused has the status 400, whatever is accepted. */
const deviations: ReadonlySet<string> = new Set([
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
]);

const audits = serverAudits({ url: () => `${graph.router.url}/graphql` });

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
  const { status } = await audit.fn();
  if (deviations.has(name)) expect(status).toBe('warn');
  // A notice is about what a server may do and need not, as answering a GET that any page could send.
  else expect(name.startsWith('MAY') ? ['ok', 'notice'] : ['ok']).toContain(status);
});
