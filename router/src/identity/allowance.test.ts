import { expect, test } from '@jest/globals';
import { Allowance } from './allowance.js';
import { type Identity, nobody } from './identity.js';

const limits = { perUser: 2, perAddress: 3 };
const refused = expect.objectContaining({ code: 'RATE_LIMITED' });

function aUser(id: string): Identity {
  return { caller: { kind: 'customer', id, roles: [], scopes: [] } };
}

function takeMany(allowance: Allowance, count: number, identity: Identity, address = '198.51.100.7') {
  return Array.from({ length: count }, () => allowance.take(identity, address));
}

test('a user may have so many, wherever they come from; another user as many again', () => {
  const allowance = new Allowance('sockets', limits);
  takeMany(allowance, 2, aUser('one'));
  expect(() => allowance.take(aUser('one'), '203.0.113.9')).toThrow(refused);
  takeMany(allowance, 2, aUser('two'));
});

test('who bears no token is counted by address, apart from users that come from there', () => {
  const allowance = new Allowance('sockets', limits);
  takeMany(allowance, 3, nobody);
  expect(() => allowance.take(nobody, '198.51.100.7')).toThrow('More than 3 sockets at a time.');
  takeMany(allowance, 3, nobody, '203.0.113.9');
  takeMany(allowance, 2, aUser('one'));
});

test('what is given back can be taken again, once', () => {
  const allowance = new Allowance('sockets', limits);
  const [giveBack] = takeMany(allowance, 2, aUser('one'));
  giveBack?.();
  giveBack?.();
  takeMany(allowance, 1, aUser('one'));
  expect(() => allowance.take(aUser('one'), '')).toThrow(refused);
});

test('a link to an order is a user of its own', () => {
  const allowance = new Allowance('sockets', limits);
  const link: Identity = { caller: { kind: 'order-link', orderId: 'o', roles: [], scopes: [] } };
  takeMany(allowance, 2, link);
  expect(() => allowance.take(link, '')).toThrow(refused);
});
