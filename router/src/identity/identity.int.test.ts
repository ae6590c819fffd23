import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { createLogger } from '@souk/kit/observability';
import { eventually, publishEvent } from '@souk/kit/testing';
import { sessionRevokedV1 } from '@souk/schema/events/accounts';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { connect, type NatsConnection } from 'nats';
import { ask } from '../../test/ask.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';
import { startRouter } from '../app.js';

let graph: TestRouter;
let nats: NatsConnection;

const whoAmI = '{ me { kind id scopes orderId guestId } }';

beforeAll(async () => {
  graph = await startTestRouter();
  nats = await connect({ servers: graph.nats.url });
});
afterAll(async () => {
  await nats.close();
  await graph.stop();
});

test('without a token the caller is anonymous', async () => {
  const { data } = await ask(graph.router, whoAmI);
  expect(data.me).toEqual({ kind: 'anonymous', id: null, scopes: [], orderId: null, guestId: null });
});

test('a token says who the caller is', async () => {
  const id = newId();
  const guestId = newId();
  const token = await graph.accounts.token({ sub: id, guest_id: guestId });
  const { data } = await ask(graph.router, whoAmI, { token });
  expect(data.me).toEqual({ kind: 'customer', id, scopes: ['orders:read', 'cart:write'], orderId: null, guestId });
});

test('the token of an order link opens one order and names nobody', async () => {
  const orderId = newId();
  const claims = { kind: 'order-link', sub: undefined, roles: [], scope: '', order_id: orderId };
  const { data } = await ask(graph.router, whoAmI, { token: await graph.accounts.token(claims) });
  expect(data.me).toEqual({ kind: 'order-link', id: null, scopes: [], orderId, guestId: null });
});

const badTokens: Record<string, () => Promise<string> | string> = {
  'no token at all': () => '',
  'not a token': () => 'not.a.token',
  'an expired token': () => graph.accounts.token({}, { expiresIn: -60 }),
  'a token signed by somebody else': () => graph.accounts.token({}, { isForged: true }),
  'a token of another issuer': () => graph.accounts.token({}, { issuer: 'souk-router' }),
  'a token for another audience': () => graph.accounts.token({}, { audience: 'elsewhere' }),
  'a token of another type': () => graph.accounts.token({}, { typ: 'JWT' }),
  'a token without a signature': () => new UnsecuredJWT({ kind: 'staff' }).setIssuer('souk-accounts').encode(),
  'a token signed with a shared secret': () =>
    new SignJWT({ kind: 'staff' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'key-1' })
      .setIssuer('souk-accounts')
      .sign(new TextEncoder().encode('x'.repeat(32))),
  'a token whose claims were changed': async () => withOtherClaims(await graph.accounts.token()),
  'a token that claims to be anonymous': () => graph.accounts.token({ kind: 'anonymous' }),
  'a token of a role that does not exist': () => graph.accounts.token({ roles: ['EMPEROR'] }),
};

test.each(Object.keys(badTokens))('%s is refused with 401', async (name) => {
  const token = await badTokens[name]?.();
  const answer = await ask(graph.router, whoAmI, { token: token ?? '' });
  expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(answer.data).toBeUndefined();
});

test('another scheme than Bearer is refused with 401', async () => {
  const answer = await ask(graph.router, whoAmI, { headers: { authorization: 'Basic YWRtaW46YWRtaW4=' } });
  expect(answer.status).toBe(401);
});

test('the headers in which a client claims to be somebody never reach a subgraph', async () => {
  const claims = {
    'x-souk-assertion': 'forged',
    'x-user-id': '1',
    'x-internal-role': 'ADMIN',
    'x-forwarded-for': '10.0.0.1',
    forwarded: 'for=10.0.0.1',
    'x-request-id': 'chosen-by-the-client',
    traceparent: '00-11111111111111111111111111111111-1111111111111111-01',
    cookie: 'session=1',
    'user-agent': 'curious',
  };
  const { data } = await ask(graph.router, whoAmI, { headers: claims });
  expect(data.me.kind).toBe('anonymous');
  const { headers } = graph.subgraphs.orders.requests.at(-1) ?? { headers: {} };
  expect(Object.keys(headers).sort()).toEqual([
    'accept',
    'connection',
    'content-length',
    'content-type',
    'host',
    'x-request-id',
    'x-souk-assertion',
  ]);
  expect(JSON.stringify(headers)).not.toMatch(/forged|chosen-by-the-client|1111111111|curious/);
});

test('each subgraph gets an assertion of its own, and the same one again for the same token', async () => {
  const token = await graph.accounts.token();
  for (const _round of [1, 2]) await ask(graph.router, '{ order(id: "1") { shipment { carrier } } }', { token });
  const assertions = (['orders', 'shipping'] as const).map((name) =>
    graph.subgraphs[name].requests.slice(-2).map(({ headers }) => String(headers['x-souk-assertion'])),
  );
  expect(assertions.map(([first]) => decodeJwt(first ?? '').aud)).toEqual(['orders', 'shipping']);
  for (const [first, second] of assertions) expect(second).toBe(first);
});

test('the tokens of a revoked session are refused, also those that were known before', async () => {
  const sessionId = newId();
  const token = await graph.accounts.token({ sid: sessionId });
  expect((await ask(graph.router, whoAmI, { token })).status).toBe(200);
  await revoke(sessionId);
  await eventually(async () => expect((await ask(graph.router, whoAmI, { token })).status).toBe(401));
  expect((await ask(graph.router, whoAmI, { token: await graph.accounts.token() })).status).toBe(200);
});

test('a session that was revoked before the router started is known from its first request on', async () => {
  const sessionId = newId();
  await revoke(sessionId);
  const later = await startRouter(graph.config, createLogger('router', 'silent'));
  const token = await graph.accounts.token({ sid: sessionId });
  expect((await ask(later, whoAmI, { token })).status).toBe(401);
  await later.stop();
});

test('when the keys cannot be had, a token is answered with 503 and its absence is not', async () => {
  const lost = await startTestRouter({ JWKS_URL: 'http://127.0.0.1:1/jwks.json' });
  const answer = await ask(lost.router, whoAmI, { token: await lost.accounts.token() });
  expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  expect(answer.headers.get('retry-after')).toBe('1');
  expect((await ask(lost.router, whoAmI)).status).toBe(200);
  await lost.stop();
});

async function revoke(sessionId: string): Promise<void> {
  const event = sessionRevokedV1({ sessionId, customerId: newId(), reason: 'SIGNED_OUT' });
  await publishEvent(nats, event, { aggregateId: sessionId, version: 1 });
}

function withOtherClaims(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, kind: 'staff', roles: ['ADMIN'] })).toString('base64url');
  return [header, changed, signature].join('.');
}
