import { ShopClient } from '@souk/client/shop-client';
import { SignInDocument, StartGuestSessionDocument } from '@souk/schema/generated/graphql';
import { required } from './required.js';

/** Comes in as a new guest. */
export async function enterAsGuest(url: string): Promise<ShopClient> {
  const door = new ShopClient(url);
  const { startGuestSession } = await door.run(StartGuestSessionDocument, {});
  return door.as(required(startGuestSession?.tokens, 'a guest session').accessToken);
}

/** Signs in as the demo's manager. @param password absent when the shop was started without demo data. */
export async function enterAsManager(url: string, password: string | undefined): Promise<ShopClient> {
  if (!password) throw new Error('This bench needs the demo sign-ins: npm start -- --seed demo');
  const door = new ShopClient(url);
  const { signIn } = await door.run(SignInDocument, { input: { email: 'manager@souk.example', password } });
  return door.as(required(signIn?.tokens, 'a session for its manager').accessToken);
}
