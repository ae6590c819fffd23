import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { accountDoor } from './doors.js';

const tokens = (accessToken: string) => ({ accessToken, refreshToken: `${accessToken}-refresh` });
const signedIn = { data: { signIn: { tokens: tokens('first'), userErrors: [] } } };
const prolonged = { data: { refreshSession: { tokens: tokens('second'), userErrors: [] } } };
const over = { data: { refreshSession: { tokens: null, userErrors: [{ code: 'INVALID_REFRESH_TOKEN' }] } } };
const busy = { data: { refreshSession: null }, errors: [{ message: '', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };

let shop: Server;
let asked: { refreshToken?: string }[];
let replies: object[];

beforeEach(async () => {
  [asked, replies] = [[], []];
  shop = createServer(async (request, response) => {
    asked.push(((await json(request)) as { variables: (typeof asked)[number] }).variables);
    response.end(JSON.stringify(replies.shift()));
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
});
afterEach(() => {
  shop.closeAllConnections();
  shop.close();
});

const door = () =>
  accountDoor(`http://127.0.0.1:${(shop.address() as AddressInfo).port}`, { email: 'a@b.example', password: 'p' });

test('who has signed in prolongs the session, with the same token until that was answered', async () => {
  replies = [signedIn, busy, prolonged];
  const home = door();
  expect((await home.enter()).accessToken).toBe('first');
  expect((await home.enter()).accessToken).toBe('first');
  home.renew();
  await expect(home.enter()).rejects.toThrow('SERVICE_UNAVAILABLE');
  expect((await home.enter()).accessToken).toBe('second');
  expect(asked.map(({ refreshToken }) => refreshToken)).toEqual([undefined, 'first-refresh', 'first-refresh']);
});

test('who cannot prolong it signs in again', async () => {
  replies = [signedIn, over, signedIn];
  const home = door();
  await home.enter();
  home.renew();
  expect((await home.enter()).accessToken).toBe('first');
  expect(asked).toHaveLength(3);
});
