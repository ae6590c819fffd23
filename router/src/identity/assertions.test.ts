import { expect, test } from '@jest/globals';
import type { Caller } from '@souk/kit/identity';
import { createAssertions } from './assertions.js';
import { nobody } from './identity.js';

function open() {
  const clock = { nowMs: 0 };
  const signed: string[] = [];
  const sign = async ({ kind }: Caller, subgraph: string) => {
    signed.push(`${kind} for ${subgraph}`);
    return `assertion ${signed.length}`;
  };
  return { clock, signed, assertionFor: createAssertions(sign, () => clock.nowMs) };
}

test('an assertion is made once for each identity and subgraph', async () => {
  const { signed, assertionFor } = open();
  const identity = { caller: { kind: 'guest' as const, roles: [], scopes: [] } };
  const asked = [assertionFor(nobody, 'cart'), assertionFor(nobody, 'cart'), assertionFor(nobody, 'orders')];
  expect(await Promise.all([...asked, assertionFor(identity, 'cart')])).toEqual([
    'assertion 1',
    'assertion 1',
    'assertion 2',
    'assertion 3',
  ]);
  expect(signed).toEqual(['anonymous for cart', 'anonymous for orders', 'guest for cart']);
});

test('it is renewed before it expires', async () => {
  const { clock, assertionFor } = open();
  expect(await assertionFor(nobody, 'cart')).toBe('assertion 1');
  clock.nowMs = 19_999;
  expect(await assertionFor(nobody, 'cart')).toBe('assertion 1');
  clock.nowMs = 20_000;
  expect(await assertionFor(nobody, 'cart')).toBe('assertion 2');
});
