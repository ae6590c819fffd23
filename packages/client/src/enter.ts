import { SignInDocument, StartGuestSessionDocument } from '@souk/schema/generated/graphql';
import { required } from './required.js';
import { ShopClient } from './shop-client.js';

/** Comes in as a new guest. */
export async function enterAsGuest(url: string): Promise<ShopClient> {
  const door = new ShopClient(url);
  const { startGuestSession } = await door.run(StartGuestSessionDocument, {});
  return door.as(required(startGuestSession?.tokens, 'a guest session').accessToken);
}

/** Comes in as somebody with an account. */
export async function signInAs(url: string, input: { email: string; password: string }): Promise<ShopClient> {
  const door = new ShopClient(url);
  const { signIn } = await door.run(SignInDocument, { input });
  return door.as(required(signIn?.tokens, `a session for ${input.email}`, signIn?.userErrors).accessToken);
}
