import { expect, test } from '@jest/globals';
import { anonymous } from '@souk/kit/identity';
import { createLogger } from '@souk/kit/observability';
import { WatchOrderDocument } from '@souk/schema/generated/graphql';
import { parse } from 'graphql';
import { createRouterErrorFormatter } from '../operations/format-errors.js';
import { loadSupergraph, ownSupergraphPath } from '../supergraph/load-supergraph.js';
import { buildSupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { createSubscriptionCompiler } from './compile-subscription.js';
import { natsFedFields } from './nats-fed-fields.js';

const schemas = buildSupergraphSchemas(await loadSupergraph(ownSupergraphPath()));
const compile = createSubscriptionCompiler({
  schemas,
  askSubgraph: () => Promise.reject(new Error('Nobody is asked here.')),
  errors: createRouterErrorFormatter(createLogger('test', 'silent')),
  fields: natsFedFields,
});

const customer = { ...anonymous, kind: 'customer' as const };

test('in the shop, what clients watch of an order is fed by NATS', () => {
  const watching = compile(parse(WatchOrderDocument.toString()), undefined, customer);
  expect(watching.fed?.field.name).toBe('orderStatusChanged');
  expect(watching.fed?.watched({ orderId: 'o', afterSequence: 3 })).toEqual({ id: 'o', after: 3 });
});

test('where to resume makes no other topic, unless it is asked of something else as well', () => {
  const keysOf = (text: string) => {
    const watching = compile(parse(text), undefined, customer);
    return new Set([1, 2].map((n) => watching.keyOf({ n }))).size;
  };
  const watch = 'orderStatusChanged(orderId: "o", afterSequence: $n)';
  expect(keysOf(`subscription ($n: Int) { ${watch} { sequence } }`)).toBe(1);
  expect(keysOf(`subscription ($n: Int! = 0) { ${watch} { order { history(afterSequence: $n) { status } } } }`)).toBe(
    2,
  );
  expect(keysOf('subscription ($n: ID!) { orderStatusChanged(orderId: $n) { sequence } }')).toBe(2);
});
