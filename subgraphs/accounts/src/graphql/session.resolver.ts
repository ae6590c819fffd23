import { payloadOf } from '@souk/kit/graphql';
import type { Caller } from '@souk/kit/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.js';
import { openOrderLink } from '../use-cases/open-order-link.js';
import { refreshSession } from '../use-cases/refresh-session.js';
import { register } from '../use-cases/register.js';
import { signIn } from '../use-cases/sign-in.js';
import { signOut } from '../use-cases/sign-out.js';
import { startGuestSession } from '../use-cases/start-guest-session.js';
import { OpenOrderLinkInput, RefreshSessionInput, RegisterInput, SignInInput } from './session.input.js';
import {
  OpenOrderLinkPayload,
  RefreshSessionPayload,
  RegisterPayload,
  SignInPayload,
  SignOutPayload,
  StartGuestSessionPayload,
} from './session.payload.js';

@Resolver()
export class SessionResolver {
  @Directive('@tag(name: "open")')
  @Mutation(() => RegisterPayload, {
    nullable: true,
    description:
      'Opens an account and signs in. Sent with a guest token, what the guest had goes over. Refusals: INVALID_EMAIL, INVALID_NAME, WEAK_PASSWORD, EMAIL_TAKEN.',
  })
  register(
    @Arg('input', () => RegisterInput, { description: 'Who opens the account.' }) input: RegisterInput,
    @Ctx() context: AccountsContext,
  ): Promise<RegisterPayload> {
    return payloadOf<RegisterPayload>(async () => {
      const { customer, tokens } = await register(context, { ...input, guestId: guestIdOf(context.caller) });
      return { customerId: customer.id, tokens };
    });
  }

  @Directive('@tag(name: "open")')
  @Mutation(() => SignInPayload, {
    nullable: true,
    description:
      'Lets somebody with an account in. Sent with a guest token, what the guest had goes over. Refusals: INVALID_EMAIL, INVALID_CREDENTIALS.',
  })
  signIn(
    @Arg('input', () => SignInInput, { description: 'Who wants in.' }) input: SignInInput,
    @Ctx() context: AccountsContext,
  ): Promise<SignInPayload> {
    return payloadOf<SignInPayload>(async () => {
      const { customer, tokens } = await signIn(context, { ...input, guestId: guestIdOf(context.caller) });
      return { customerId: customer.id, tokens };
    });
  }

  @Directive('@tag(name: "open")')
  @Mutation(() => RefreshSessionPayload, {
    nullable: true,
    description: 'Exchanges a refresh token for a new pair. Needs no access token. Refusals: INVALID_REFRESH_TOKEN.',
  })
  refreshSession(
    @Arg('input', () => RefreshSessionInput, { description: 'What prolongs the session.' }) {
      refreshToken,
    }: RefreshSessionInput,
    @Ctx() context: AccountsContext,
  ): Promise<RefreshSessionPayload> {
    return payloadOf<RefreshSessionPayload>(async () => ({ tokens: await refreshSession(context, refreshToken) }));
  }

  @Directive('@authenticated')
  @Mutation(() => SignOutPayload, { nullable: true, description: 'Ends the session of the token it is sent with.' })
  signOut(@Ctx() context: AccountsContext): Promise<SignOutPayload> {
    return payloadOf<SignOutPayload>(async () => {
      const { sessionId } = context.caller;
      if (sessionId) await signOut(context, sessionId);
      return { signedOut: sessionId !== undefined };
    });
  }

  @Directive('@tag(name: "open")')
  @Mutation(() => StartGuestSessionPayload, {
    nullable: true,
    description: 'Lets somebody without an account shop for 24 hours.',
  })
  startGuestSession(@Ctx() context: AccountsContext): Promise<StartGuestSessionPayload> {
    return payloadOf<StartGuestSessionPayload>(async () => ({ tokens: await startGuestSession(context) }));
  }

  @Directive('@tag(name: "open")')
  @Mutation(() => OpenOrderLinkPayload, {
    nullable: true,
    description: 'Opens the link of a guest order. Refusals: INVALID_ORDER_LINK.',
  })
  openOrderLink(
    @Arg('input', () => OpenOrderLinkInput, { description: 'The link.' }) { secret }: OpenOrderLinkInput,
    @Ctx() context: AccountsContext,
  ): Promise<OpenOrderLinkPayload> {
    return payloadOf<OpenOrderLinkPayload>(async () => {
      const { orderId, token } = await openOrderLink(context, secret);
      return { orderId, accessToken: token.token, expiresAt: token.expiresAt };
    });
  }
}

/** Only a guest's own token hands the guest on, never the token of an account that the guest went over to. */
function guestIdOf(caller: Caller): string | null {
  return caller.kind === 'guest' ? (caller.id ?? null) : null;
}
