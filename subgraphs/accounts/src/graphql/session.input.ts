import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Who opens an account.' })
export class RegisterInput {
  @Field(() => String, { description: 'The address to sign in with.' })
  email!: string;

  @Field(() => String, { description: '8 to 128 characters.' })
  password!: string;

  @Field(() => String, { description: 'What to call them.' })
  name!: string;

  @Field(() => String, { defaultValue: 'en', description: 'The language for messages: a BCP 47 tag.' })
  locale!: string;
}

@InputType({ description: 'Who wants in.' })
export class SignInInput {
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;

  @Field(() => String, { description: 'Its password.' })
  password!: string;
}

@InputType({ description: 'What prolongs a session.' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The newest refresh token of the session.' })
  refreshToken!: string;
}

@InputType({ description: "A guest's way back to an order." })
export class OpenOrderLinkInput {
  @Field(() => String, { description: 'The secret in the link that the order mail carried.' })
  secret!: string;
}
