import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous, assertionHeader } from '@souk/kit/identity';
import { aCustomer, aGuest, type TestSubgraph } from '@souk/kit/testing';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { startTestAccounts } from '../../test/start-test-accounts.js';

let accounts: TestSubgraph;

beforeAll(async () => {
  accounts = await startTestAccounts();
}, 60_000);
afterAll(() => accounts.stop());

const register = `mutation ($input: RegisterInput!) {
  register(input: $input) { customerId tokens { accessToken refreshToken } userErrors { code path } }
}`;
const signIn = `mutation ($input: SignInInput!) {
  signIn(input: $input) { customerId tokens { accessToken refreshToken } userErrors { code } }
}`;
const refresh = `mutation ($input: RefreshSessionInput!) {
  refreshSession(input: $input) { tokens { accessToken refreshToken } userErrors { code } }
}`;

function aRegistration(more: object = {}) {
  return { email: `${newId()}@example.com`, password: 'correct horse', name: 'A Customer', ...more };
}

async function published(): Promise<string[]> {
  const rows = await accounts.running.parts.orm.em
    .fork()
    .execute<{ type: string }[]>('select type from outbox order by id');
  return rows.map((row) => row.type);
}

async function customersAt(email: string): Promise<number> {
  const { orm } = accounts.running.parts;
  return (await orm.em.fork().execute('select 1 from customer where email = ?', [email])).length;
}

async function claimsOf(token: string) {
  const response = await fetch(`${accounts.running.url}/.well-known/jwks.json`);
  const keys = createLocalJWKSet((await response.json()) as Parameters<typeof createLocalJWKSet>[0]);
  return (await jwtVerify(token, keys, { issuer: 'souk-accounts', audience: 'souk', typ: 'at+jwt' })).payload;
}

test('somebody who registers is signed in with a token that the published keys verify', async () => {
  const input = aRegistration();
  const { data } = await accounts.send(anonymous, register, { input });
  expect(data.register.userErrors).toEqual([]);
  expect(await customersAt(input.email)).toBe(1);
  const claims = await claimsOf(data.register.tokens.accessToken);
  expect(claims).toMatchObject({ sub: data.register.customerId, kind: 'customer', roles: ['CUSTOMER'], scope: '' });
  expect(await published()).toEqual(
    expect.arrayContaining(['accounts.customer.registered.v1', 'accounts.customer.signed-in.v1']),
  );
});

test('a guest who registers keeps who they were in the new token', async () => {
  const guestId = newId();
  const { data } = await accounts.send(aGuest(guestId), register, { input: aRegistration() });
  expect(await claimsOf(data.register.tokens.accessToken)).toMatchObject({ guest_id: guestId });
});

test('what somebody was as a guest stays theirs at every later sign-in, and goes to no other account', async () => {
  const guestId = newId();
  const [owner, other] = [aRegistration(), aRegistration()];
  const first = await accounts.send(aGuest(guestId), register, { input: owner });
  const input = { email: owner.email, password: owner.password };
  const later = await accounts.send(anonymous, signIn, { input });
  expect(await claimsOf(later.data.signIn.tokens.accessToken)).toMatchObject({ former_guest_ids: [guestId] });
  const refreshed = await accounts.send(anonymous, refresh, {
    input: { refreshToken: later.data.signIn.tokens.refreshToken },
  });
  const renewed = await claimsOf(refreshed.data.refreshSession.tokens.accessToken);
  expect(renewed).toMatchObject({ former_guest_ids: [guestId] });
  const handedOn = aCustomer(first.data.register.customerId, { guestId });
  for (const caller of [aGuest(guestId), handedOn]) {
    const { data } = await accounts.send(caller, register, { input: { ...other, email: `${newId()}@example.com` } });
    const claims = await claimsOf(data.register.tokens.accessToken);
    expect([claims['guest_id'], claims['former_guest_ids']]).toEqual([undefined, undefined]);
  }
});

test.each([
  ['INVALID_EMAIL', { email: 'nobody' }],
  ['WEAK_PASSWORD', { password: 'short' }],
  ['INVALID_NAME', { name: ' ' }],
])('a registration is refused with %s and nothing is kept', async (code, mistake) => {
  const input = aRegistration(mistake);
  const { data } = await accounts.send(anonymous, register, { input });
  expect(data.register.userErrors).toMatchObject([{ code }]);
  expect(await customersAt(input.email)).toBe(0);
});

test('of two registrations of one address at once, one wins and the other is refused', async () => {
  const input = aRegistration();
  const answers = await Promise.all([1, 2].map(() => accounts.send(anonymous, register, { input })));
  const codes = answers.map(({ data }) => data.register.userErrors[0]?.code);
  expect(codes.sort()).toEqual(['EMAIL_TAKEN', undefined]);
});

test('an unknown address and a wrong password get the same refusal', async () => {
  const input = aRegistration();
  await accounts.send(anonymous, register, { input });
  const wrong = await accounts.send(anonymous, signIn, { input: { email: input.email, password: 'incorrect horse' } });
  const unknown = await accounts.send(anonymous, signIn, { input: { email: 'unknown@example.com', password: 'x' } });
  expect(wrong.data).toEqual(unknown.data);
  expect(wrong.data.signIn.userErrors).toEqual([{ code: 'INVALID_CREDENTIALS' }]);
});

test('two tabs that refresh at once get the same successor', async () => {
  const { data } = await accounts.send(anonymous, register, { input: aRegistration() });
  const input = { refreshToken: data.register.tokens.refreshToken };
  const answers = await Promise.all([1, 2].map(() => accounts.send(anonymous, refresh, { input })));
  const successors = new Set(answers.map((answer) => answer.data.refreshSession.tokens.refreshToken));
  expect(successors.size).toBe(1);
});

test('a refresh token used two generations ago ends the session', async () => {
  const { data } = await accounts.send(anonymous, register, { input: aRegistration() });
  const first = data.register.tokens.refreshToken;
  const second = (await accounts.send(anonymous, refresh, { input: { refreshToken: first } })).data.refreshSession
    .tokens;
  const third = (await accounts.send(anonymous, refresh, { input: { refreshToken: second.refreshToken } })).data
    .refreshSession.tokens;
  for (const refreshToken of [first, third.refreshToken]) {
    const { data: answer } = await accounts.send(anonymous, refresh, { input: { refreshToken } });
    expect(answer.refreshSession.userErrors).toEqual([{ code: 'INVALID_REFRESH_TOKEN' }]);
  }
  expect(await published()).toContain('accounts.session.revoked.v1');
});

test.each(['', 'nonsense', `${newId()}.nonsense`])('the refresh token "%s" is refused', async (refreshToken) => {
  const { data } = await accounts.send(anonymous, refresh, { input: { refreshToken } });
  expect(data.refreshSession.userErrors).toEqual([{ code: 'INVALID_REFRESH_TOKEN' }]);
});

test('me needs a token, tells a customer who they are, and is null for a guest', async () => {
  const me = 'query { me { id email roles addresses { id } } }';
  const input = aRegistration();
  const { data } = await accounts.send(anonymous, register, { input });
  expect((await accounts.send(anonymous, me)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await accounts.send(aGuest(newId()), me)).data.me).toBeNull();
  const answer = await accounts.send(aCustomer(data.register.customerId), me);
  expect(answer.data.me).toEqual({
    id: data.register.customerId,
    email: input.email,
    roles: ['CUSTOMER'],
    addresses: [],
  });
});

test('without the assertion of the router nothing is answered, entities included', async () => {
  const body = JSON.stringify({
    query: '{ _entities(representations: [{ __typename: "Customer", id: "x" }]) { __typename } }',
  });
  const response = await fetch(`${accounts.running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

test('the schema is not served', async () => {
  const answer = await accounts.send(aCustomer(newId()), '{ _service { sdl } }');
  expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a body that is not JSON gets an error in JSON', async () => {
  const response = await fetch(`${accounts.running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [assertionHeader]: await accounts.assertionFor(anonymous) },
    body: '{ me',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});
