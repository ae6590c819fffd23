import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { buildMutant } from './build-mutant.js';
import { mutants } from './mutant-table.js';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

test('a mutant is a checkout of its own, whose subgraphs use its own kit', () => {
  const mutant = mutants.find(({ name }) => name === 'ack-before-commit');
  const folder = buildMutant(checkout, { ...mutant!, name: 'test-of-mutants' });
  try {
    const file = 'packages/kit/src/messaging/consumer.ts';
    expect(readFileSync(join(folder, file), 'utf8')).not.toBe(readFileSync(join(checkout, file), 'utf8'));
    expect(realpathSync(join(folder, 'subgraphs/orders/node_modules/@souk/kit'))).toBe(join(folder, 'packages/kit'));
    expect(realpathSync(join(folder, 'node_modules'))).toBe(realpathSync(join(checkout, 'node_modules')));
    expect(realpathSync(join(folder, '.local/bin'))).toBe(realpathSync(join(checkout, '.local/bin')));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
