import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { packageFolder } from '../src/package-folder.js';

const root = join(packageFolder(), '..');
const text = readFileSync(join(root, 'docs/the-way-through-the-router.md'), 'utf8');
const paths = [...new Set([...text.matchAll(/[\w-]+\/[\w./-]*|app\.ts/g)].map(([path]) => path))].filter(
  (path) => /\.ts$|\/$/.test(path) && !path.startsWith('router/'),
);

test('every file and folder that the picture names is there', () => {
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !existsSync(join(root, 'router/src', path)))).toEqual([]);
});
