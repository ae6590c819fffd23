import { expect, test } from '@jest/globals';
import { parseDlq, parseRepublish } from './command-line.js';

const dlq = (line: string) => parseDlq(line.split(' ').filter((word) => word !== ''));
const republish = (line: string) => parseRepublish(line.split(' ').filter((word) => word !== ''));

test('what is dead is listed unless something else is asked for', () => {
  expect(dlq('list')).toEqual({ verb: 'list', filter: { status: 'DEAD' }, limit: 50 });
  expect(dlq('list --subgraph orders --group 3fa8 --status ALL --limit 7')).toEqual({
    verb: 'list',
    filter: { subgraph: 'orders', fingerprint: '3fa8', status: undefined },
    limit: 7,
  });
});

test('some are named, or what they have in common', () => {
  expect(dlq('redrive --id orders-1 --id cart-2')).toEqual({
    verb: 'redrive',
    choice: { ids: ['orders-1', 'cart-2'] },
  });
  expect(dlq('discard --consumer orders-cart-cart --reason gone')).toEqual({
    verb: 'discard',
    choice: { filter: { consumer: 'orders-cart-cart', status: 'DEAD' } },
    reason: 'gone',
  });
});

test.each([
  ['', 'Say what to do'],
  ['bury', 'Say what to do'],
  ['list redrive', 'Say what to do'],
  ['list --id orders-1', 'list takes no --id'],
  ['list --nonsense', 'nonsense'],
  ['list --subgraph order', 'There is no subgraph "order"'],
  ['list --status dead', '--status is DEAD'],
  ['list --limit 0', '--limit is 1 to'],
  ['list --limit many', '--limit is 1 to'],
  ['show', 'Say which'],
  ['show --id 12', '"12" is no id'],
  ['show --id order-12', '"order-12" is no id'],
  ['redrive', 'Say which'],
  ['redrive --id orders-1 --group 3fa8', 'not both'],
  ['redrive --id orders-1 --reason why', 'redrive takes no --reason'],
  ['discard --id orders-1', 'Say why'],
])('"dlq %s" is answered with what to write instead', (line, sentence) => {
  expect(() => dlq(line)).toThrow(sentence);
});

test('events are published again from a time or an event on', () => {
  expect(republish('--subgraph orders --from 2026-05-04T10:00:00+02:00')).toEqual({
    subgraph: 'orders',
    from: { time: '2026-05-04T08:00:00.000Z' },
  });
  const eventId = '019d2f3a-0000-7000-8000-000000000001';
  expect(republish(`--subgraph cart --from ${eventId}`).from).toEqual({ eventId });
});

test.each([
  ['--from 2026-05-04', 'Say whose events'],
  ['--subgraph orders', 'Say from where'],
  ['--subgraph orders --from yesterday', 'Say from where'],
  ['--subgraph orders --from 2026-13-45', 'Say from where'],
  ['--subgraph orders --from 2026-05-04 now', '"now" was not expected'],
])('"events:republish %s" is answered with what to write instead', (line, sentence) => {
  expect(() => republish(line)).toThrow(sentence);
});
