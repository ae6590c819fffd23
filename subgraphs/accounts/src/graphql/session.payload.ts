import { PayloadType } from '@souk/kit/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { SessionTokensType } from './session-tokens.type.js';

@ObjectType({ description: 'What `register` answers.' })
export class RegisterPayload extends PayloadType {
  @Field(() => ID, { nullable: true, description: 'The new account; `me` tells more with the new token.' })
  customerId?: string;

  @Field(() => SessionTokensType, { nullable: true, description: 'The account is signed in at once.' })
  tokens?: SessionTokensType;
}

@ObjectType({ description: 'What `signIn` answers.' })
export class SignInPayload extends PayloadType {
  @Field(() => ID, { nullable: true, description: 'Who signed in; `me` tells more with the new token.' })
  customerId?: string;

  @Field(() => SessionTokensType, { nullable: true, description: 'What lets them in from now on.' })
  tokens?: SessionTokensType;
}

@ObjectType({ description: 'What `refreshSession` answers.' })
export class RefreshSessionPayload extends PayloadType {
  @Field(() => SessionTokensType, { nullable: true, description: 'The next pair; the old refresh token is used up.' })
  tokens?: SessionTokensType;
}

@ObjectType({ description: 'What `startGuestSession` answers.' })
export class StartGuestSessionPayload extends PayloadType {
  @Field(() => SessionTokensType, { nullable: true, description: 'Good for 24 hours in all.' })
  tokens?: SessionTokensType;
}

@ObjectType({ description: 'What `signOut` answers.' })
export class SignOutPayload extends PayloadType {
  @Field(() => Boolean, { nullable: true, description: 'Whether the session is over.' })
  signedOut?: boolean;
}

@ObjectType({ description: 'What `openOrderLink` answers.' })
export class OpenOrderLinkPayload extends PayloadType {
  @Field(() => ID, { nullable: true, description: 'The order that the link opens.' })
  orderId?: string;

  @Directive('@tag(name: "not-personal")')
  @Field(() => String, { nullable: true, description: 'An access token for that order alone, good for an hour.' })
  accessToken?: string;

  @Field(() => Date, { nullable: true, description: 'When the token is over.' })
  expiresAt?: Date;
}
