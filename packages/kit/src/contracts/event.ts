import type { z } from 'zod';

const subjectForm = /^([a-z]+)\.([a-z]+(?:-[a-z]+)*)\.([a-z]+(?:-[a-z]+)*)\.v([1-9]\d*)$/;

/** What is about to be published: data that satisfies the contract of `type`. */
export interface EventMessage<Data = unknown> {
  type: string;
  data: Data;
}

/** A message as a consumer gets it: the CloudEvents 1.0 envelope and the data. */
export interface ReceivedEvent<Data = unknown> extends EventMessage<Data> {
  id: string;
  /** Id of the aggregate that it happened to. */
  subject: string;
  time: string;
  /** Position in the aggregate's life, from 1 without gaps; versions of one event share the number. */
  aggregateversion: number;
  correlationid: string;
  causationid?: string;
  traceparent?: string;
}

export interface EventContract<Data = unknown> {
  (data: Data): EventMessage<Data>;
  /** `<owner>.<aggregate>.<past-tense>.v<major>`, also the NATS subject. */
  type: string;
  owner: string;
  aggregate: string;
  schema: z.ZodType<Data>;
  /** The subgraphs that rely on it. */
  consumers: readonly string[];
  description: string;
}

/**
 * Declares a published event. Calling the contract makes a message.
 * @throws {Error} when the type has another form. Calling it throws a ZodError when the data breaks the schema.
 */
export function defineEvent<Data>(
  type: string,
  { schema, consumers, description }: { schema: z.ZodType<Data>; consumers: readonly string[]; description: string },
): EventContract<Data> {
  const { owner, aggregate } = partsOf(type);
  const create = (data: Data): EventMessage<Data> => ({ type, data: schema.parse(data) });
  return Object.assign(create, { type, owner, aggregate, schema, consumers, description });
}

/** Splits an event type. @throws {Error} when it is not `<owner>.<aggregate>.<past-tense>.v<major>`. */
export function partsOf(type: string): { owner: string; aggregate: string; occurrence: string; major: number } {
  const match = subjectForm.exec(type);
  if (!match) throw new Error(`"${type}" is not of the form <owner>.<aggregate>.<past-tense>.v<major>.`);
  const [, owner = '', aggregate = '', occurrence = '', major = ''] = match;
  return { owner, aggregate, occurrence, major: Number(major) };
}

/** Whether a value is an event's contract, such as what a module of `schema/events` exports. */
export function isEventContract(value: unknown): value is EventContract {
  return typeof value === 'function' && 'type' in value && 'schema' in value && 'consumers' in value;
}
