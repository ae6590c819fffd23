import { randomBytes } from 'node:crypto';
import { ShopClient } from '@souk/client/shop-client';
import { RegisterDocument, StartGuestSessionDocument } from '@souk/schema/generated/graphql';
import { tell } from './tell.js';

export interface Visitor {
  shop: ShopClient;
  email: string;
}

/** Comes in: as a new customer, or as a guest. */
export async function visit(url: string, isGuest: boolean): Promise<Visitor> {
  const email = `visitor-${randomBytes(4).toString('hex')}@example.com`;
  const door = new ShopClient(url);
  const tokens = isGuest ? await enterAsGuest(door) : await registerAs(door, email);
  tell(isGuest ? 'guest' : 'registered', isGuest ? 'shops without an account, for 24 hours' : email);
  return { shop: door.as(tokens.accessToken), email };
}

async function enterAsGuest(door: ShopClient) {
  const { startGuestSession } = await door.run(StartGuestSessionDocument, {});
  return required(startGuestSession?.tokens, 'a guest session');
}

async function registerAs(door: ShopClient, email: string) {
  const input = { email, name: 'Demo Visitor', password: randomBytes(12).toString('base64url') };
  const { register } = await door.run(RegisterDocument, { input });
  return required(register?.tokens, 'an account');
}

/** @throws {Error} that says what the shop did not give. */
export function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`The shop did not give ${what}.`);
  return value;
}
