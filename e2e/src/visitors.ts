import { randomUUID } from 'node:crypto';
import { signInAs } from '@souk/client/enter';
import { ShopClient } from '@souk/client/shop-client';
import { RegisterDocument, StartGuestSessionDocument } from '@souk/schema/generated/graphql';
import { config } from './config.js';

export interface Visitor {
  shop: ShopClient;
  email: string;
  id: string;
  refreshToken: string;
}

/** Somebody without a token. */
export const passerBy = new ShopClient(config.SOUK_URL);

/** A new customer. @param as who they were until now, e.g. a guest. */
export async function aCustomer(as: ShopClient = passerBy): Promise<Visitor> {
  const email = `${randomUUID()}@example.com`;
  const input = { email, password: 'correct horse', name: 'A Customer' };
  const { register } = await as.run(RegisterDocument, { input });
  const tokens = existing(register?.tokens);
  const id = existing(register?.customerId);
  return { shop: passerBy.as(tokens.accessToken), email, id, refreshToken: tokens.refreshToken };
}

export async function aGuest(): Promise<Visitor> {
  const { startGuestSession } = await passerBy.run(StartGuestSessionDocument, {});
  const { accessToken, refreshToken } = existing(startGuestSession?.tokens);
  return { shop: passerBy.as(accessToken), email: `${randomUUID()}@example.com`, id: '', refreshToken };
}

/** The demo's manager. */
export function theManager(): Promise<ShopClient> {
  return signInAs(config.SOUK_URL, { email: 'manager@souk.example', password: config.DEMO_MANAGER_PASSWORD });
}

/** The demo's admin. */
export function theAdmin(): Promise<ShopClient> {
  return signInAs(config.SOUK_URL, { email: 'admin@souk.example', password: config.DEMO_ADMIN_PASSWORD });
}

/** @throws {Error} when there is nothing. */
export function existing<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('Something was expected here, and there is nothing.');
  return value;
}
