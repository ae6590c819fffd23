import { expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { createRouterErrorFormatter } from './format-errors.js';
import type { RouterContext } from './router-context.js';
import { createOperationRunner, type RunnerParts } from './run-operation.js';

test('who still asks while the router closes is told to come again, and the refusal is counted', async () => {
  const counted: string[] = [];
  const runner = createOperationRunner({
    errors: createRouterErrorFormatter(createLogger('test', 'silent')),
    refusals: ({ code }: { code: string }) => ({ add: () => counted.push(code) }),
    closing: AbortSignal.abort(),
  } as unknown as RunnerParts);
  expect(await runner.run({ query: '{ __typename }' }, {} as RouterContext)).toMatchObject({
    kind: 'refused',
    errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterMs: 1_000 } }],
  });
  expect(counted).toEqual(['SERVICE_UNAVAILABLE']);
});
