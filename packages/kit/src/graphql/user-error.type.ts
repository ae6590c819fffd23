import { Directive, Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { DomainError } from '../domain/index.js';

/** Filled by each subgraph with its own codes before its schema is built; composition takes the union. */
const userErrorCodes: Record<string, string> = {};
/** A refusal that is told to be going, in the house's form: `Use <what>. Removal: YYYY-MM-DD.` */
export interface DeprecatedRefusal {
  description: string;
  deprecationReason: string;
}

/** What each code means, as {@link defineRefusals} was told. */
const meanings: Record<string, { description: string } | DeprecatedRefusal> = {};
registerEnumType(userErrorCodes, {
  name: 'UserErrorCode',
  description: 'Why a mutation refused. Codes are never renamed.',
  valuesConfig: meanings,
});

@InterfaceType('UserError', {
  description: 'An expected refusal: nothing was changed.',
  resolveType: (value: object) => (value as { typeName?: string }).typeName ?? 'InputError',
})
export abstract class UserErrorType {
  @Field(() => userErrorCodes, { description: 'The reason, for programs.' })
  code!: string;

  @Field(() => String, { description: 'The reason, for people.' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'Where in the input the mistake is, from the outside in.' })
  path?: string[];
}

@Directive('@shareable')
@ObjectType('InputError', { implements: UserErrorType, description: 'A refusal that needs no more than its code.' })
export class InputErrorType extends UserErrorType {}

/** Says what each code means, and which ones are going, for all subgraphs; gives back what picks the codes of one. */
export function defineRefusals<Code extends string>(refusals: Readonly<Record<Code, string | DeprecatedRefusal>>) {
  for (const [code, refusal] of Object.entries<string | DeprecatedRefusal>(refusals)) {
    meanings[code] = typeof refusal === 'string' ? { description: refusal } : refusal;
  }
  return (...codes: readonly Code[]): readonly Code[] => codes;
}

/** Declares the refusals of a subgraph's mutations; called once, before the schema is built. */
export function declareUserErrorCodes(codes: readonly string[]): void {
  for (const code of codes) userErrorCodes[code] = code;
}

/** Turns an expected business failure into what the client sees. */
export function toUserError(error: DomainError): UserErrorType {
  const { code, message, path } = error;
  return Object.assign(new InputErrorType(), { code, message, ...(path && { path: [...path] }) });
}

/**
 * Runs a mutation's work. An expected refusal becomes `userErrors`, and is no replay where the payload says so; any other
 * error goes on.
 * @param toType turns a refusal that carries more than its code into a type of its own.
 */
export async function payloadOf<Payload extends { userErrors: UserErrorType[] }>(
  work: () => Promise<Omit<Payload, 'userErrors'>>,
  toType: (error: DomainError) => UserErrorType = toUserError,
): Promise<Payload> {
  try {
    return { ...(await work()), userErrors: [] } as unknown as Payload;
  } catch (error) {
    if (error instanceof DomainError) return { userErrors: [toType(error)], replayed: false } as unknown as Payload;
    throw error;
  }
}
