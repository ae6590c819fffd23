import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, OperationTypeNode } from 'graphql';
import type { Tree } from '../execution/execution.js';
import { type Identity, nobody } from '../identity/identity.js';
import type { SubgraphAnswer } from '../subgraphs/ask-subgraph.js';
import { JointExecution } from './joint-execution.js';

const supergraphSchema = buildSchema(
  'type Query { order: Order } type Order { id: ID!, number: String, seen: Boolean }',
);
const somebody: Identity = { caller: { kind: 'customer', id: 'c', roles: [], scopes: [] } };

/** Asks a subgraph for a field of the orders of all events. */
function fetchOf(serviceName: string, field: string): PlanNode {
  const node: FetchNode = {
    kind: 'Fetch',
    serviceName,
    requires: [
      {
        kind: 'InlineFragment',
        typeCondition: 'Order',
        selections: ['__typename', 'id'].map((name) => ({ kind: 'Field', name })),
      },
    ],
    variableUsages: ['locale'],
    operation: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Order { ${field} } } }`,
    operationName: undefined,
    operationKind: OperationTypeNode.QUERY,
    operationDocumentNode: undefined,
  };
  return { kind: 'Flatten', path: ['change', 'order'], node };
}

type Answer = (ids: string[]) => SubgraphAnswer;

function open(answers: Record<string, Answer>) {
  const requests: string[] = [];
  const askSubgraph = async (subgraph: string, { body }: { body: string }) => {
    const { representations } = JSON.parse(body).variables as { representations: { id: string }[] };
    const ids = representations.map(({ id }) => id);
    requests.push(`${subgraph} ${ids.join()}`);
    return answers[subgraph]!(ids);
  };
  const plan = {
    own: fetchOf('orders', 'seen'),
    isSeen: (root: Tree) => orderOf(root)['seen'] === true,
    rest: fetchOf('shipping', 'number'),
  };
  return { requests, joint: new JointExecution(plan, { askSubgraph, supergraphSchema }) };
}

const all: Answer = (ids) => ({ data: { _entities: ids.map((id) => ({ seen: true, number: `SO-${id}` })) } });

function orderOf(root: Tree): Tree {
  return (root['change'] as Tree)['order'] as Tree;
}

function eventOf(id: string): Tree {
  return { change: { order: { __typename: 'Order', id } } };
}

function requestOf({ identity = nobody, variables = {} }: { identity?: Identity; variables?: Tree } = {}) {
  return { context: { identity, requestId: 'r' }, variables, coerced: variables };
}

test('events of the same moment are completed by the same fetches, each in its own place', async () => {
  const { requests, joint } = open({ orders: all, shipping: all });
  const roots = ['a', 'b', 'a'].map(eventOf);
  const errors = await Promise.all(roots.map((root) => joint.complete(root, requestOf())));
  expect(requests).toEqual(['orders a,b', 'shipping a,b']);
  expect(roots.map((root) => orderOf(root)['number'])).toEqual(['SO-a', 'SO-b', 'SO-a']);
  expect(errors).toEqual([[], [], []]);
});

test.each([
  ['another caller', { identity: somebody }],
  ['other variables', { variables: { locale: 'de' } }],
])('nothing is fetched together with an event of %s', async (_what, differently) => {
  const { requests, joint } = open({ orders: all, shipping: all });
  const requested = [requestOf(), requestOf(differently)];
  await Promise.all(requested.map((request, index) => joint.complete(eventOf(String(index)), request)));
  expect(requests.sort()).toEqual(['orders 0', 'orders 1', 'shipping 0', 'shipping 1']);
});

test('variables that no fetch uses make no difference', async () => {
  const { requests, joint } = open({ orders: all, shipping: all });
  const requested = ['x', 'y'].map((orderId) => requestOf({ variables: { orderId } }));
  await Promise.all(requested.map((request, index) => joint.complete(eventOf(String(index)), request)));
  expect(requests).toEqual(['orders 0,1', 'shipping 0,1']);
});

test('of what may not be seen nothing more is fetched', async () => {
  const onlyB: Answer = (ids) => ({ data: { _entities: ids.map((id) => (id === 'b' ? { seen: true } : null)) } });
  const { requests, joint } = open({ orders: onlyB, shipping: all });
  await Promise.all(['a', 'b'].map((id) => joint.complete(eventOf(id), requestOf())));
  expect(requests).toEqual(['orders a,b', 'shipping b']);
});

test('an error is told of the events that it is about, at its place in them', async () => {
  const errors = [new GraphQLError('of b', { path: ['_entities', 1, 'number'] })];
  const shipping: Answer = (ids) => ({ data: { _entities: ids.map(() => ({ number: null })) }, errors });
  const { joint } = open({ orders: all, shipping });
  const told = await Promise.all(['a', 'b', 'b'].map((id) => joint.complete(eventOf(id), requestOf())));
  expect(told.map((own) => own.map(({ message, path }) => [message, path]))).toEqual([
    [],
    [['of b', ['change', 'order', 'number']]],
    [['of b', ['change', 'order', 'number']]],
  ]);
});

test('when a subgraph is away, every one of many events is told', async () => {
  const { joint } = open({
    orders: all,
    shipping: () => {
      throw new Error('away');
    },
  });
  const ids = Array.from({ length: 240 }, (_item, index) => String(index));
  const told = await Promise.all(ids.map((id) => joint.complete(eventOf(id), requestOf())));
  expect(told.every(([error]) => error?.extensions['code'] === 'INTERNAL_SERVER_ERROR')).toBe(true);
});
