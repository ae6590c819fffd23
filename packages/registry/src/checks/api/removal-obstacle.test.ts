import { describe, expect, test } from '@jest/globals';
import { aChangeOf } from '../../../test/builders/a-composed-state.js';
import { documents, shop, shopWith } from '../../../test/builders/a-shop.js';
import type { Finding } from '../finding.js';
import { apiChanges } from './api-changes.js';

describe('what was deprecated may go', () => {
  async function removal(reason: string, field = 'note'): Promise<Finding> {
    const type = field === 'note' ? 'note: String' : 'total: Int!';
    const before = shopWith([type, `${type} @deprecated(reason: "${reason}")`]);
    const found = await apiChanges(aChangeOf(before, shopWith([type, '']), documents));
    return found[0] as Finding;
  }

  test('when its day is past and nobody uses it', async () => {
    const finding = await removal('Use id. Removal: 2026-06-14.');
    expect(finding).toMatchObject({ level: 'note', code: 'FIELD_REMOVED', coordinate: 'Order.note' });
    expect(finding.message).toContain(
      'Its deprecation named 2026-06-14, which is past, and no recorded operation uses it.',
    );
    expect(finding.fix).toBeUndefined();
  });

  test.each([
    [
      'not on the day itself',
      'Use id. Removal: 2026-06-15.',
      'note',
      'Put it back until 2026-06-15 is past, as its deprecation says; today is 2026-06-15.',
    ],
    [
      'not when no day was named',
      'Old.',
      'note',
      'Put it back and name the day of its removal in its reason: @deprecated(reason: "Use <what>. Removal: 2026-12-15.") (in the code, deprecationReason: \'…\').',
    ],
    ['not when the day is none', 'Use id. Removal: 2026-02-31.', 'note', /^Put it back and name the day/],
    [
      'not while somebody uses it',
      'Use id. Removal: 2026-06-14.',
      'total',
      'Put it back until nobody uses it: when web 1.4.0 is out of use, npm run operations:retire -- --client web --version 1.4.0.',
    ],
  ])('%s', async (_what, reason, field, fix) => {
    const finding = await removal(reason, field);
    expect(finding.level).toBe('error');
    if (fix instanceof RegExp) expect(finding.fix).toMatch(fix);
    else expect(finding.fix).toBe(fix);
  });

  test('an argument may go with the deprecation of its field', async () => {
    const deprecated = shopWith([
      'currency: String): Order',
      'currency: String): Order @deprecated(reason: "Use find. Removal: 2026-01-01.")',
    ]);
    const gone = deprecated.replace(', currency: String', '');
    const [finding] = await apiChanges(aChangeOf(deprecated, gone, documents));
    expect(finding).toMatchObject({ level: 'note', code: 'FIELD_ARGUMENT_REMOVED' });
  });
});

describe('a type', () => {
  const gone = shopWith(['  bill: Bill', ''], ['type Bill { number: String }\n', '']);

  test('may go with the last that led to it', async () => {
    const before = shopWith([
      'bill: Bill',
      'bill: Bill @deprecated(reason: "Nothing replaces it. Removal: 2026-01-01.")',
    ]);
    const found = await apiChanges(aChangeOf(before, gone, documents));
    expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual(['note TYPE_REMOVED', 'note FIELD_REMOVED']);
  });

  test('may not go while something led to it', async () => {
    const found = await apiChanges(aChangeOf(shop, gone, documents));
    expect(found.find(({ code }) => code === 'TYPE_REMOVED')).toMatchObject({
      level: 'error',
      coordinate: 'Bill',
      fix: expect.stringContaining('Put it back and deprecate first what leads to it, Order.bill: @deprecated('),
    });
  });

  test('that is only a member of another cannot be retired, and asks for a review', async () => {
    const before = shopWith(['union Found = Order', 'type Lost { id: ID }\nunion Found = Lost | Order']);
    const found = await apiChanges(aChangeOf(before, shop, documents));
    expect(found.find(({ code }) => code === 'TYPE_REMOVED')?.fix).toBe(
      'Put it back: Found/Lost cannot be deprecated, as membership. If it must break, have it reviewed: ' +
        'an entry in schema/allowances.yaml with code TYPE_REMOVED and coordinate "Lost".',
    );
  });

  test('that is a member of another as well is told what can be deprecated, and what cannot', async () => {
    const withoutPerson = shopWith(
      ['  person: Person', ''],
      [' | Person', ''],
      ['type Person implements Named { name: String!  age: Int! }', ''],
    );
    const found = await apiChanges(aChangeOf(shop, withoutPerson, documents));
    expect(found.find(({ coordinate }) => coordinate === 'Person')?.fix).toMatch(
      /^Put it back and deprecate first what leads to it, Query\.person: .* Found\/Person, Named\/Person cannot be deprecated/,
    );
  });

  test('may go with another type that goes', async () => {
    const nested = [
      'type Bill { number: String }',
      'type Bill { lines: [BillLine] } type BillLine { text: String }',
    ] as const;
    const before = shopWith(['bill: Bill', 'bill: Bill @deprecated(reason: "Use id. Removal: 2026-01-01.")'], nested);
    const found = await apiChanges(aChangeOf(before, gone, documents));
    expect(new Set(found.map(({ level }) => level))).toEqual(new Set(['note']));
  });
});
