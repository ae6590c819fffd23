import { expect, test } from '@jest/globals';
import { aChangeOf } from '../../test/builders/a-composed-state.js';
import type { Finding } from './finding.js';
import { runChecks } from './run-checks.js';

const sdl = 'type Query { order: Int }';

test('checks run one after the other, each with the same context and a time of its own', async () => {
  const context = aChangeOf(sdl, sdl);
  const ran: string[] = [];
  const finding: Finding = { check: 'api', level: 'note', code: 'SEEN', coordinate: 'Query', message: 'Seen.' };
  const results = await runChecks(
    [
      {
        name: 'api',
        title: 'Slow',
        run: async (given) => {
          await Promise.resolve();
          ran.push(`slow ${given === context}`);
          return [finding];
        },
      },
      {
        name: 'events',
        title: 'Quick',
        run: (given) => {
          ran.push(`quick ${given === context}`);
          return [];
        },
      },
    ],
    context,
  );
  expect(ran).toEqual(['slow true', 'quick true']);
  expect(results).toEqual([
    { name: 'api', title: 'Slow', findings: [finding], tookMs: expect.any(Number) },
    { name: 'events', title: 'Quick', findings: [], tookMs: expect.any(Number) },
  ]);
});
