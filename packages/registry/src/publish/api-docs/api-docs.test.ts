import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { defineEvent, defineQuestion, idField, moneyField } from '@souk/kit/contracts';
import { z } from 'zod';
import { aSubgraph } from '../../../test/a-subgraph.js';
import { compose } from '../compose.js';
import { readPolicies } from '../policies.js';
import { toEventVersions } from '../read-contracts.js';
import { publishApiDocs } from './api-docs.js';
import { readOwners } from './graph/read-owners.js';

const subgraphs = [
  aSubgraph(
    'orders',
    `type Query {
       "Yours, with \`id\`."
       order("Which <one>." id: ID!): Order @authenticated
     }
     type Order @key(fields: "id") { id: ID!, status: Status!, sum: Int @deprecated(reason: "Use total.") }
     enum Status { "It was paid." PAID }
     input Page { size: Int! = 20 }
     interface Node { id: ID! }
     union Thing = Order`,
  ),
  aSubgraph('payments', 'type Order @key(fields: "id") { id: ID!, payment: String }'),
  aSubgraph(
    'messages',
    'type Order @key(fields: "id", resolvable: false) { id: ID! }\ntype Query { messages: [Order!] }',
  ),
];
const counted = defineEvent('counters.counter.counted.v1', {
  schema: z.object({
    counterId: idField,
    worth: moneyField.nullable(),
    steps: z.array(z.object({ by: z.int().min(1) })),
  }),
  consumers: ['orders'],
  description: 'A counter went up.',
});
const count = defineQuestion('ask.counters.count.v1', {
  request: z.object({ counterId: idField }),
  reply: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('FOUND'), count: z.int() }),
    z.object({ outcome: z.literal('NOT_FOUND') }),
  ]),
  timeoutMs: 500,
  description: 'How high a counter stands.',
});

const { composed } = compose(subgraphs);
if (!composed) throw new Error('The subgraphs of this test compose.');
const policies = readPolicies(composed.supergraphSdl, subgraphs);
const [event] = toEventVersions([counted]);
const sample = { type: counted.type, file: 'a.json', data: { counterId: '<id>' } };
const { files } = await publishApiDocs(join(import.meta.dirname, '../../../../..'), {
  graph: { api: composed.api, policies, owners: readOwners(subgraphs) },
  events: { events: event ? [event] : [], questions: [count], samples: [sample] },
});
const [graph = '', events = ''] = files.map(({ content }) => content);

test('every link leads to a place on its page, and to no other server', () => {
  for (const page of [graph, events]) {
    const links = [...page.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
    const places = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`));
    const files = new Set(['index.html', 'events.html', 'style.css', 'search.js']);
    expect(links.filter((link) => !places.has(link) && !files.has(link))).toEqual([]);
  }
});

test('no place has the name of another', () => {
  for (const page of [graph, events]) {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  }
});

test.each([
  ['a description, with code', 'Yours, with <code>id</code>.'],
  ['what an argument means, escaped', 'Which &#60;one&#62;.'],
  [
    'who answers, without those that only refer to it',
    '>Order</a><span class="owner" data-owner="orders">orders</span><span class="owner" data-owner="payments">payments</span></h3>',
  ],
  [
    'whose field it is, in a type of several',
    '<b>payment</b>: String</code><span class="owner" data-owner="payments">',
  ],
  ['what is needed', '<span class="access">needs a token</span>'],
  ['what should not be used any more', 'Deprecated: Use total.'],
  ['a default value', '<b>size</b>: Int! = 20'],
  [
    'where a type is used',
    'Used by <a href="#Query.messages">Query.messages</a>, <a href="#Query.order">Query.order</a>',
  ],
  ['the members of a union', 'One of <a href="#Order">Order</a>'],
])('the page of the graph tells %s', (_what, text) => expect(graph).toContain(text));

test.each([
  [
    'who tells whom',
    'data-owner="counters">counters</span> <span role="img" aria-label="to">→</span> <span class="owner" data-owner="orders">',
  ],
  ['the fields of a list', '<code>steps[].by</code></th><td>integer</td><td>1 or more</td><td>yes</td>'],
  ['fields that recur by their name', '<a href="#field-Money">Money</a> or null'],
  ['a message that was recorded', '&#34;counterId&#34;: &#34;&#60;id&#62;&#34;'],
  ['each way in which a question may be answered', '<caption>Reply, outcome NOT_FOUND</caption>'],
  ['how long an answer may take', 'within 0.5 s'],
])('the page of events tells %s', (_what, text) => expect(events).toContain(text));
