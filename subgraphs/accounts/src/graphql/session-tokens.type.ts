import { Directive, Field, ObjectType } from 'type-graphql';

/** Not guarded: who gets these is who they are for, and comes without a token. */
@Directive('@tag(name: "not-personal")')
@ObjectType('SessionTokens', { description: 'What lets its bearer in.' })
export class SessionTokensType {
  @Field(() => String, { description: 'Goes into the header `authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => Date, { description: 'When the access token is over.' })
  expiresAt!: Date;

  @Field(() => String, { description: 'Good for one `refreshSession`.' })
  refreshToken!: string;
}
