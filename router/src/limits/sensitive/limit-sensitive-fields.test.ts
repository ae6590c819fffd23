import { expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import type { IncomingOperation } from '../../admission/concern.js';
import { type Identity, nobody } from '../../identity/identity.js';
import { LocalBuckets } from '../buckets/local-buckets.js';
import { limitSensitiveFields } from './limit-sensitive-fields.js';

const home = '198.51.100.7';

interface Sender {
  address?: string;
  identity?: Identity;
  variables?: Record<string, unknown>;
}

function incoming(text: string, { address = home, identity = nobody, variables = {} }: Sender = {}): IncomingOperation {
  const document = parse(text);
  const definition = getOperationAST(document);
  if (!definition) throw new Error('no operation');
  return { document, definition, variables, context: { identity, requestId: '1', address } };
}

function open({ isAway = false, factor = 1 } = {}) {
  const shared = isAway ? { draw: () => Promise.reject(new Error('away')) } : new LocalBuckets(() => 0);
  return limitSensitiveFields({ shared, own: new LocalBuckets(() => 0), factor });
}

const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { tokens { accessToken } } }';
const as = (email: unknown) => ({ variables: { input: { email, password: 'x' } } });
const limited = { extensions: { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) } };

test('five times one may try to sign in to an account, however its address is written', async () => {
  const limit = open();
  for (const email of ['a@x.example', ' A@x.example', 'a@X.example ', 'A@X.EXAMPLE', 'a@x.example']) {
    await limit(incoming(signIn, as(email)));
  }
  await expect(limit(incoming(signIn, as('a@x.example')))).rejects.toMatchObject(limited);
  await limit(incoming(signIn, { ...as('a@x.example'), address: '203.0.113.9' }));
  await limit(incoming(signIn, as('b@x.example')));
});

test('the account is found where it is written into the document', async () => {
  const limit = open();
  const written = 'mutation { signIn(input: { email: "a@x.example", password: "x" }) { tokens { accessToken } } }';
  for (let n = 0; n < 5; n += 1) await limit(incoming(written));
  await expect(limit(incoming(signIn, as('a@x.example')))).rejects.toMatchObject(limited);
});

test('from one address twenty may be tried, whatever the accounts', async () => {
  const limit = open();
  for (let n = 0; n < 20; n += 1) await limit(incoming(signIn, as(`${n}@x.example`)));
  await expect(limit(incoming(signIn, as('20@x.example')))).rejects.toMatchObject(limited);
});

test('for one account a hundred may be tried, wherever from', async () => {
  const limit = open();
  for (let n = 0; n < 100; n += 1) await limit(incoming(signIn, { ...as('a@x.example'), address: `203.0.113.${n}` }));
  const refused = limit(incoming(signIn, { ...as('a@x.example'), address: '192.0.2.1' }));
  await expect(refused).rejects.toMatchObject(limited);
});

test('calls count, not requests: aliases and fragments hide none', async () => {
  const limit = open();
  const search = (n: number) => `s${n}: searchProducts(query: "x") { nodes { id } }`;
  const many = `query { ...F ${search(0)} } fragment F on Query { ${Array.from({ length: 59 }, (_, n) => search(n + 1)).join(' ')} }`;
  await limit(incoming(many));
  await limit(incoming(many));
  await expect(limit(incoming(`{ ${search(0)} }`))).rejects.toMatchObject({
    message: 'Too many calls of searchProducts; wait before the next.',
    extensions: { code: 'RATE_LIMITED', retryAfterMs: 500 },
  });
});

test('users of one address are told apart', async () => {
  const limit = open();
  const identityOf = (id: string): Identity => ({ caller: { kind: 'customer', id, roles: [], scopes: [] } });
  const place = (id: string) =>
    limit(incoming('mutation { placeOrder(input: {}) { order { id } } }', { identity: identityOf(id) }));
  for (let n = 0; n < 20; n += 1) await place('one');
  await expect(place('one')).rejects.toMatchObject(limited);
  await place('two');
});

test('when nobody can count for all routers, secrets are not guessed at, and the shop goes on', async () => {
  const limit = open({ isAway: true });
  await expect(limit(incoming(signIn, as('a@x.example')))).rejects.toMatchObject({
    extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterMs: 1_000 },
  });
  const search = '{ searchProducts(query: "x") { nodes { id } } }';
  for (let n = 0; n < 120; n += 1) await limit(incoming(search));
  await expect(limit(incoming(search))).rejects.toMatchObject(limited);
});

test('a factor makes room for load tests', async () => {
  const limit = open({ factor: 3 });
  for (let n = 0; n < 15; n += 1) await limit(incoming(signIn, as('a@x.example')));
  await expect(limit(incoming(signIn, as('a@x.example')))).rejects.toMatchObject(limited);
});

test('what is not sensitive is not counted', () => {
  expect(open({ isAway: true })(incoming('{ products { nodes { id } } }'))).toBeUndefined();
});
