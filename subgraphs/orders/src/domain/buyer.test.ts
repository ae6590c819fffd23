import { expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { toReachable } from './buyer.js';

const aGuest = (contactEmail: string | null) => ({ customerId: newId(), isGuest: true, contactEmail, locale: 'en' });

test('an address is kept as it is compared', () => {
  expect(toReachable(aGuest(' Ada@Example.com '))).toMatchObject({ contactEmail: 'ada@example.com' });
});

test.each([null, '', '  '])('a guest cannot be reached at %j', (contactEmail) => {
  expect(() => toReachable(aGuest(contactEmail))).toThrow(expect.objectContaining({ code: 'EMAIL_REQUIRED' }));
});

test('a customer may leave the address out', () => {
  expect(toReachable({ ...aGuest(null), isGuest: false })).toMatchObject({ contactEmail: null });
});

test.each(['ada', 'ada@example', '<ada@example.com>', 'bob,ada@example.com', 'ada@example.com, bob@example.com'])(
  '%j is no address',
  (contactEmail) => {
    expect(() => toReachable(aGuest(contactEmail))).toThrow(expect.objectContaining({ code: 'INVALID_EMAIL' }));
  },
);
