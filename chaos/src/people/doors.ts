import { required } from '@souk/client/required';
import { ShopClient } from '@souk/client/shop-client';
import {
  RefreshSessionDocument,
  RegisterDocument,
  SignInDocument,
  StartGuestSessionDocument,
} from '@souk/schema/generated/graphql';
import type { SignIn } from '../world/world.js';
import type { Door } from './correspondent.js';

const answerWithinMs = 12_000;

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

/** A door that one goes through once, and again only when the token is no longer good. */
export class KeptDoor implements Door {
  private inside: Promise<ShopClient> | undefined;

  constructor(private readonly open: () => Promise<ShopClient>) {}

  enter(): Promise<ShopClient> {
    this.inside ??= this.open().catch((error: unknown) => {
      this.inside = undefined;
      throw error;
    });
    return this.inside;
  }

  renew(): void {
    this.inside = undefined;
  }

  heed(code: string | null): void {
    if (code === 'UNAUTHENTICATED') this.renew();
  }
}

/** For somebody without an account. A second session makes another guest of them, with another cart. */
export function guestDoor(endpoint: string): Door {
  return sessionDoor(endpoint, beginAsGuest);
}

/** For somebody with an account. */
export function accountDoor(endpoint: string, signIn: SignIn): Door {
  return sessionDoor(endpoint, (door) => signInAt(door, signIn));
}

/** Begins one session, and from then on prolongs it where that can be done. */
function sessionDoor(endpoint: string, begin: (door: ShopClient) => Promise<Tokens>): Door {
  const door = new ShopClient(endpoint);
  let refreshToken: string | undefined;
  return new KeptDoor(async () => {
    const tokens = (refreshToken && (await prolong(door, refreshToken))) || (await begin(door));
    refreshToken = tokens.refreshToken;
    return door.as(tokens.accessToken);
  });
}

async function beginAsGuest(door: ShopClient): Promise<Tokens> {
  const { data, errors } = await door.send(StartGuestSessionDocument, {}, AbortSignal.timeout(answerWithinMs));
  return required(data?.startGuestSession?.tokens, 'a guest session', codes(errors));
}

/** Null when the session is over. @throws {Error} when there was no answer: then the same token is good once more. */
async function prolong(door: ShopClient, refreshToken: string) {
  const signal = AbortSignal.timeout(answerWithinMs);
  const { data, errors } = await door.send(RefreshSessionDocument, { refreshToken }, signal);
  if (!data?.refreshSession) required(null, 'a longer session', codes(errors));
  return data?.refreshSession?.tokens ?? null;
}

async function signInAt(door: ShopClient, { email, password }: SignIn) {
  const signal = AbortSignal.timeout(answerWithinMs);
  const { data, errors } = await door.send(SignInDocument, { input: { email, password } }, signal);
  return required(data?.signIn?.tokens, `a session for ${email}`, data?.signIn?.userErrors ?? codes(errors));
}

/** Opens an account. That it exists already is no mistake: the first answer may have been lost. */
export async function openAccount(endpoint: string, { email, password }: SignIn): Promise<void> {
  const input = { email, password, name: 'A Customer' };
  const { data, errors } = await new ShopClient(endpoint).send(
    RegisterDocument,
    { input },
    AbortSignal.timeout(answerWithinMs),
  );
  const refusals = data?.register?.userErrors ?? codes(errors);
  if (refusals.some(({ code }) => code === 'EMAIL_TAKEN')) return;
  required(data?.register?.customerId, 'an account', refusals);
}

/** Whose token it is: the subject of its claims, which the client may read though it cannot check them. */
export function ownerOf({ accessToken }: ShopClient): string {
  const claims = Buffer.from(accessToken?.split('.')[1] ?? '', 'base64url').toString('utf8');
  return (JSON.parse(claims) as { sub: string }).sub;
}

function codes(errors: { extensions?: { code?: string } }[] | undefined) {
  return (errors ?? []).map(({ extensions }) => ({ code: extensions?.code ?? 'without a code' }));
}
