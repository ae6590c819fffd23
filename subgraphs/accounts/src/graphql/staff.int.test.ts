import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerTo } from '@souk/kit/asking';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import { aCustomer, answerQuestions, aStaffMember, eventually, type TestSubgraph } from '@souk/kit/testing';
import { askCustomerContact } from '@souk/schema/questions/accounts';
import { askOpenOrderLink } from '@souk/schema/questions/orders';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { startTestAccounts } from '../../test/start-test-accounts.js';

let accounts: TestSubgraph;

beforeAll(async () => {
  accounts = await startTestAccounts();
}, 60_000);
afterAll(() => accounts.stop());

async function register() {
  const mutation =
    'mutation ($input: RegisterInput!) { register(input: $input) { customerId tokens { accessToken refreshToken } } }';
  const input = { email: `${newId()}@example.com`, password: 'correct horse', name: 'A Customer' };
  return { ...(await accounts.send(anonymous, mutation, { input })).data.register, email: input.email };
}

const grant =
  'mutation ($input: GrantRolesInput!) { grantRoles(input: $input) { customer { id roles } userErrors { code } } }';

test('new roles end the sessions that were opened with the old ones', async () => {
  const { customerId, tokens } = await register();
  const admin = aStaffMember(newId(), ['roles:write', 'customers:read']);
  const { data } = await accounts.send(admin, grant, { input: { customerId, roles: ['CUSTOMER', 'MANAGER'] } });
  expect(data.grantRoles.customer).toEqual({ id: customerId, roles: ['CUSTOMER', 'MANAGER'] });
  const refresh = 'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { userErrors { code } } }';
  const { data: after } = await accounts.send(anonymous, refresh, { input: { refreshToken: tokens.refreshToken } });
  expect(after.refreshSession.userErrors).toEqual([{ code: 'INVALID_REFRESH_TOKEN' }]);
});

test('who signs in while their roles change has the new ones, or a session that is over', async () => {
  const { customerId, email } = await register();
  const admin = aStaffMember(newId(), ['roles:write', 'customers:read']);
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { tokens { accessToken } } }';
  const input = { email, password: 'correct horse' };
  const signIns = Array.from({ length: 8 }, () => accounts.send(anonymous, signIn, { input }));
  await Promise.race(signIns);
  await accounts.send(admin, grant, { input: { customerId, roles: ['CUSTOMER', 'MANAGER'] } });
  const over = await accounts.running.parts.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from session where owner_id = ? and revoked_at is not null', [customerId]);
  const claims = (await Promise.all(signIns)).map(({ data }) => decodeJwt(data.signIn.tokens.accessToken));
  const live = claims.filter(({ sid }) => !over.some(({ id }) => id === sid));
  expect(live.map(({ roles }) => roles)).toEqual(live.map(() => ['CUSTOMER', 'MANAGER']));
});

test('roles are granted by who may, to who is there', async () => {
  const { customerId } = await register();
  const input = { customerId, roles: ['SUPERADMIN'] };
  expect((await accounts.send(aCustomer(customerId), grant, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await accounts.send(anonymous, grant, { input })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const admin = aStaffMember(newId(), ['roles:write']);
  const { data } = await accounts.send(admin, grant, { input: { customerId: newId(), roles: ['CUSTOMER'] } });
  expect(data.grantRoles.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
});

test('signing out ends the session and tells the router', async () => {
  const { customerId, tokens } = await register();
  const sessionId = decodeJwt(tokens.accessToken)['sid'] as string;
  const { data } = await accounts.send(aCustomer(customerId, { sessionId }), 'mutation { signOut { signedOut } }');
  expect(data.signOut.signedOut).toBe(true);
  await eventually(async () => {
    const rows = await accounts.running.parts.orm.em
      .fork()
      .execute(
        `select 1 from outbox where aggregate_id = ? and type = 'accounts.session.revoked.v1' and published_at is not null`,
        [sessionId],
      );
    expect(rows).toHaveLength(1);
  });
});

test('the link of an order opens that order alone, for an hour', async () => {
  const orderId = newId();
  const stop = answerQuestions(accounts.running.parts, [
    answerTo(askOpenOrderLink, async ({ secret }) => ({ orderId: secret === 'right' ? orderId : null })),
  ]);
  const open =
    'mutation ($input: OpenOrderLinkInput!) { openOrderLink(input: $input) { orderId accessToken userErrors { code } } }';
  const right = await accounts.send(anonymous, open, { input: { secret: 'right' } });
  const claims = decodeJwt(right.data.openOrderLink.accessToken);
  expect(claims).toMatchObject({ kind: 'order-link', order_id: orderId });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3_600);
  const wrong = await accounts.send(anonymous, open, { input: { secret: 'wrong' } });
  expect(wrong.data.openOrderLink).toEqual({
    orderId: null,
    accessToken: null,
    userErrors: [{ code: 'INVALID_ORDER_LINK' }],
  });
  await stop();
});

test('other subgraphs may ask how to reach a customer', async () => {
  const { customerId, email } = await register();
  const { ask } = accounts.running.parts;
  expect(await ask(askCustomerContact, { customerId })).toEqual({
    contact: { email, name: 'A Customer', locale: 'en' },
  });
  expect(await ask(askCustomerContact, { customerId: newId() })).toEqual({ contact: null });
});

test('a guest session is one of nobody in particular, and its token says so', async () => {
  const { data } = await accounts.send(anonymous, 'mutation { startGuestSession { tokens { accessToken } } }');
  expect(decodeJwt(data.startGuestSession.tokens.accessToken)).toMatchObject({
    kind: 'guest',
    roles: ['GUEST'],
    scope: '',
  });
  expect(decodeProtectedHeader(data.startGuestSession.tokens.accessToken)).toMatchObject({
    alg: 'EdDSA',
    typ: 'at+jwt',
  });
});
