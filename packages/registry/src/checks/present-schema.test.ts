import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ComposedState, SubgraphSdl } from '../state/registry-state.js';
import { access } from './access.js';
import type { CheckContext } from './check.js';
import { manners } from './manners.js';

const folder = join(import.meta.dirname, '../../../../schema/subgraphs');
const subgraphs: SubgraphSdl[] = readdirSync(folder).map((name) => ({
  name: basename(name, '.graphql'),
  file: `schema/subgraphs/${name}`,
  sdl: readFileSync(join(folder, name), 'utf8'),
}));
const state = { subgraphs } as unknown as ComposedState;
const context: CheckContext = { before: state, after: state, today: '2026-01-01' };

test.each([manners, access])('the schema as it stands has its $name', async ({ run }) => {
  expect(await run(context)).toEqual([]);
});
