import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerTo } from '@souk/kit/asking';
import { askRedriveDeadLetter } from '@souk/kit/dead-letters';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import { aCustomer, answerQuestions, aStaffMember, type TestSubgraph } from '@souk/kit/testing';
import { startTestAccounts } from '../../test/start-test-accounts.js';

let accounts: TestSubgraph;

beforeAll(async () => {
  accounts = await startTestAccounts();
}, 60_000);
afterAll(() => accounts.stop());

const reader = aStaffMember(newId(), ['dead-letters:read']);
const staff = aStaffMember(newId(), ['dead-letters:read', 'dead-letters:write']);

const list = `query ($subgraph: SubgraphName, $consumer: String, $status: DeadLetterStatus, $fingerprint: String, $first: Int, $after: String) {
  deadLetters(subgraph: $subgraph, consumer: $consumer, status: $status, fingerprint: $fingerprint, first: $first, after: $after) {
    nodes {
      id subgraph consumer eventType eventId aggregateId aggregateVersion status errorClass errorMessage fingerprint tries
      firstSeenAt lastSeenAt redriveCount redrivenAt redrivenBy discardedAt discardedBy discardReason waitingCount content
    }
    pageInfo { hasNextPage endCursor }
    unavailable { subgraph code retryAfterMs }
  }
}`;
const redrive = `mutation ($input: RedriveDeadLetterInput!) {
  redriveDeadLetter(input: $input) { deadLetter { id status redriveCount redrivenBy } userErrors { code path } }
}`;
const discard = `mutation ($input: DiscardDeadLetterInput!) {
  discardDeadLetter(input: $input) { deadLetter { id status discardedBy discardReason } userErrors { code path } }
}`;

const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;

/** A raw message that accounts could not read: it handles no events of others itself. Returns its id. */
async function aDeadLetter(fingerprint = newId().slice(0, 16)): Promise<string> {
  const [row] = await accounts.running.parts.orm.em.fork().execute<{ id: string }[]>(
    `insert into dead_letter (consumer, type, stream, stream_sequence, payload, error_class, error_message, fingerprint, tries, first_seen_at)
     values ('accounts-orders-order', 'orders.order.placed.v1', 'ORDERS', (random() * 1000000000)::int, 'half a', 'SyntaxError', 'unreadable', ?, 1, now())
     returning id`,
    [fingerprint],
  );
  return `accounts-${row?.id}`;
}

test('staff sees what could not be handled, with all that is known of it', async () => {
  const fingerprint = newId().slice(0, 16);
  const id = await aDeadLetter(fingerprint);
  const { data } = await accounts.send(reader, list, { subgraph: 'ACCOUNTS', status: 'DEAD', fingerprint });
  expect(data.deadLetters).toMatchObject({
    nodes: [
      {
        id,
        subgraph: 'ACCOUNTS',
        consumer: 'accounts-orders-order',
        eventType: 'orders.order.placed.v1',
        eventId: null,
        status: 'DEAD',
        errorMessage: 'unreadable',
        tries: 1,
        redriveCount: 0,
        waitingCount: 0,
        content: 'half a',
      },
    ],
    unavailable: [],
  });
});

test('subgraphs that are away are named, and those that are there answer all the same', async () => {
  const id = await aDeadLetter();
  const { data, errors } = await accounts.send(reader, list, { first: 1 });
  expect(errors).toBeUndefined();
  expect(data.deadLetters.nodes).toMatchObject([{ id }]);
  const away = ['CART', 'CATALOG', 'INVENTORY', 'NOTIFICATIONS', 'ORDERS', 'PAYMENTS', 'SHIPPING'];
  const missing = away.map((subgraph) => ({ subgraph, code: 'SERVICE_UNAVAILABLE', retryAfterMs: 1_000 }));
  expect(data.deadLetters.unavailable).toEqual(missing);
});

test('they are read page by page', async () => {
  const fingerprint = newId().slice(0, 16);
  const ids = [await aDeadLetter(fingerprint), await aDeadLetter(fingerprint), await aDeadLetter(fingerprint)];
  const variables = { subgraph: 'ACCOUNTS', fingerprint, first: 2 };
  const first = await accounts.send(reader, list, variables);
  const after = first.data.deadLetters.pageInfo.endCursor;
  const second = await accounts.send(reader, list, { ...variables, after });
  const found = [...first.data.deadLetters.nodes, ...second.data.deadLetters.nodes].map((node) => node.id);
  expect(found).toEqual(ids.reverse());
  expect(second.data.deadLetters.pageInfo.hasNextPage).toBe(false);
});

test('what is no event is discarded, with a reason and by name, and cannot be redriven', async () => {
  const deadLetterId = await aDeadLetter();
  const refused = await accounts.send(staff, redrive, { input: { deadLetterId } });
  const path = ['input', 'deadLetterId'];
  expect(refused.data.redriveDeadLetter.userErrors).toEqual([{ code: 'INVALID_STATE_TRANSITION', path }]);
  const without = await accounts.send(staff, discard, { input: { deadLetterId, reason: ' ' } });
  expect(without.data.discardDeadLetter.userErrors).toEqual([{ code: 'INVALID_REASON', path: ['input', 'reason'] }]);
  const discarded = {
    id: deadLetterId,
    status: 'DISCARDED',
    discardedBy: `staff:${staff.id}`,
    discardReason: 'a test',
  };
  for (const reason of ['a test', 'another click']) {
    const { data } = await accounts.send(staff, discard, { input: { deadLetterId, reason } });
    expect(data.discardDeadLetter).toEqual({ deadLetter: discarded, userErrors: [] });
  }
});

test('another subgraph is asked for what is its own, and told who wants it', async () => {
  const wishes: object[] = [];
  const stop = answerQuestions(accounts.running.parts, [
    answerTo(askRedriveDeadLetter('orders'), async (wish) => {
      wishes.push(wish);
      return { deadLetter: null, refusal: { code: 'NOT_FOUND' as const, message: 'There is none.' } };
    }),
  ]);
  const { data } = await accounts.send(staff, redrive, { input: { deadLetterId: 'orders-12' } });
  expect(data.redriveDeadLetter.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(wishes).toEqual([{ id: 'orders-12', by: `staff:${staff.id}` }]);
  await stop();
});

test('a subgraph that is away does nothing, and one that is none has none', async () => {
  expect(codeOf(await accounts.send(staff, redrive, { input: { deadLetterId: 'orders-12' } }))).toBe(
    'SERVICE_UNAVAILABLE',
  );
  const { data } = await accounts.send(staff, redrive, { input: { deadLetterId: 'nobody-12' } });
  expect(data.redriveDeadLetter.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(codeOf(await accounts.send(staff, redrive, { input: { deadLetterId: newId() } }))).toBe('BAD_USER_INPUT');
  expect(codeOf(await accounts.send(staff, discard, { input: { deadLetterId: 'x', reason: 'y' } }))).toBe(
    'BAD_USER_INPUT',
  );
});

test.each([[{ first: 101 }], [{ after: 'nonsense' }], [{ after: Buffer.from('["now", "x"]').toString('base64url') }]])(
  'a page that cannot be is refused: %j',
  async (variables) => {
    expect(codeOf(await accounts.send(reader, list, variables))).toBe('BAD_USER_INPUT');
  },
);

test('reading is for who may read, redriving and discarding for who may write', async () => {
  const customer = aCustomer(newId());
  expect(codeOf(await accounts.send(anonymous, list))).toBe('UNAUTHENTICATED');
  expect(codeOf(await accounts.send(customer, list))).toBe('FORBIDDEN');
  const input = { deadLetterId: await aDeadLetter() };
  for (const caller of [customer, reader]) {
    expect(codeOf(await accounts.send(caller, redrive, { input }))).toBe('FORBIDDEN');
    expect(codeOf(await accounts.send(caller, discard, { input: { ...input, reason: 'x' } }))).toBe('FORBIDDEN');
  }
});
