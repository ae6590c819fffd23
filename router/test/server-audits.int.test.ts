import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestRouter, type TestRouter } from './start-test-router.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter();
});
afterAll(() => graph.stop());

const audits = serverAudits({ url: () => `${graph.router.url}/graphql` });

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
  const { status } = await audit.fn();
  // A notice is about what a server may do and need not, as answering a GET that any page could send.
  expect(name.startsWith('MAY') ? ['ok', 'notice'] : ['ok']).toContain(status);
});
