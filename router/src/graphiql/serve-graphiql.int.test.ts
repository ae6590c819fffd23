import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';
import { packageFolder } from '../package-folder.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter();
});
afterAll(() => graph.stop());

function open(path: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8') {
  return fetch(new URL(path, graph.router.url), { headers: { accept } });
}

test.each(['/', '/graphql'])(
  'a browser that opens %s gets the page, with a strict policy that loads nothing from elsewhere',
  async (path) => {
    const response = await open(path);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await response.text()).not.toMatch(/https?:\/\//);
  },
);

test('every file of the page, and what it imports, is served by us', async () => {
  const page = await (await open('/')).text();
  const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file]) => String(file));
  const module = '/graphiql/vendor/graphql-ws/client.js';
  const imports = [...(await (await open(module)).text()).matchAll(/from '(\.[^']+)'/g)].map(([, file]) =>
    String(file),
  );
  const all = [
    ...files,
    module,
    '/graphiql/welcome.graphql',
    ...imports.map((file) => new URL(file, `file://${module}`).pathname),
  ];
  expect(all).toHaveLength(9 + 1);
  for (const file of all) {
    const response = await open(file);
    expect([file, response.status]).toEqual([file, 200]);
    expect((await response.text()).length).toBeGreaterThan(50);
  }
});

test('scripts are served as scripts', async () => {
  for (const file of ['/graphiql/page.mjs', '/graphiql/vendor/react.js', '/graphiql/vendor/graphql-ws/client.js'])
    expect((await open(file)).headers.get('content-type')).toContain('javascript');
});

test('the operation that welcomes newcomers is well-formed', async () => {
  expect(parse(await readFile(join(packageFolder(), 'graphiql/welcome.graphql'), 'utf8')).definitions).toHaveLength(1);
});

test('who is not a browser gets JSON', async () => {
  const response = await open('/graphql', '*/*');
  expect(response.headers.get('content-type')).toContain('application/json');
});
