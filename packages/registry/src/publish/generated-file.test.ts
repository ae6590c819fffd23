import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findDrift, mendDrift, type Publication } from './generated-file.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'souk-generated-'));
});
afterEach(() => rm(root, { recursive: true }));

const publication: Publication = {
  files: [
    { path: 'events/paid.json', content: 'paid' },
    { path: 'events/placed.json', content: 'placed' },
    { path: 'api.graphql', content: 'api' },
  ],
  owns: ['events'],
};

test('everything is missing at first, and nothing after it was written', async () => {
  const drift = await findDrift(root, publication);
  expect(drift).toEqual({ changed: [], missing: publication.files, left: [] });
  await mendDrift(root, drift);
  expect(await findDrift(root, publication)).toEqual({ changed: [], missing: [], left: [] });
});

test('a file that was changed by hand is found and written anew', async () => {
  await mendDrift(root, await findDrift(root, publication));
  await writeFile(join(root, 'events/paid.json'), 'payed');
  const drift = await findDrift(root, publication);
  expect(drift).toMatchObject({ changed: [{ path: 'events/paid.json' }], missing: [], left: [] });
  await mendDrift(root, drift);
  expect(await readFile(join(root, 'events/paid.json'), 'utf8')).toBe('paid');
});

test('what is no longer made is removed from the folders that are owned, and from no other', async () => {
  await mendDrift(root, await findDrift(root, publication));
  await writeFile(join(root, 'by-hand.graphql'), '');
  const fewer = { files: publication.files.slice(1, 2), owns: publication.owns };
  const drift = await findDrift(root, fewer);
  expect(drift).toEqual({ changed: [], missing: [], left: ['events/paid.json'] });
  await mendDrift(root, drift);
  expect((await findDrift(root, fewer)).left).toEqual([]);
  expect(await readFile(join(root, 'by-hand.graphql'), 'utf8')).toBe('');
});
