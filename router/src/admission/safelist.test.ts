import { expect, jest, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { getOperationAST, parse } from 'graphql';
import { nobody } from '../identity/identity.js';
import { keepToSafelist, type SafelistMode } from './safelist.js';
import { soleOperation } from './sole-operation.js';

const known = [{ document: 'query Known { ...F }\nfragment F on Query { a }' }];

function decide(mode: SafelistMode, text: string, { clients = [] as string[], client = 'web' } = {}) {
  const logger = createLogger('test', 'silent');
  const warn = jest.spyOn(logger, 'warn');
  const document = parse(text);
  const definition = getOperationAST(document, document.definitions.length > 2 ? 'Known' : undefined);
  if (!definition) throw new Error('no operation');
  const concern = keepToSafelist({ mode, clients: new Set(clients), known, logger });
  const incoming = {
    ...soleOperation(document, definition),
    variables: {},
    context: { identity: nobody, requestId: '1', client },
  };
  return { warn, admit: () => concern(incoming) };
}

test('what clients are known to send is executed, however it is laid out', async () => {
  await decide('enforce', 'fragment F on Query {\n  a\n}\n\nquery Known {\n  ...F\n}').admit();
});

test.each([
  ['another operation', '{ a }'],
  ['a known one that says more', 'query Known { ...F b } fragment F on Query { a }'],
  ['a known one with other fragments', 'query Known { ...F } fragment F on Query { b }'],
])('%s is refused', (_what, text) => {
  expect(decide('enforce', text).admit).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_FOUND' }) }),
  );
});

test('to see what would be refused, it can be logged', async () => {
  const { admit, warn } = decide('log', 'query Other { a }');
  await admit();
  expect(warn).toHaveBeenCalledWith({ operation: 'Other' }, 'No client is known to send this operation.');
});

test.each([
  ['a client that it is about', 'web', false],
  ['a client that it is not about', 'desktop', true],
  ['a client without a name', '', true],
])('of %s an unknown operation is executed or not', async (_what, client, isExecuted) => {
  const { admit } = decide('enforce', '{ a }', { clients: ['web', 'app'], client });
  const outcome = await Promise.resolve()
    .then(admit)
    .then(
      () => true,
      () => false,
    );
  expect(outcome).toBe(isExecuted);
});
