import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCurrencyCode } from '../domain/index.js';

function toSafeInt(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError(`SafeInt cannot represent ${JSON.stringify(value)}: a whole number up to 2^53 - 1 is needed.`);
}

function toCurrencyCode(value: unknown): string {
  if (typeof value === 'string' && isCurrencyCode(value)) return value;
  throw new GraphQLError(`CurrencyCode cannot represent ${JSON.stringify(value)}: an ISO 4217 code is needed.`);
}

function toTime(value: unknown): Date {
  const time = typeof value === 'string' ? new Date(value) : value;
  if (time instanceof Date && !Number.isNaN(time.getTime())) return time;
  throw new GraphQLError(`DateTime cannot represent ${JSON.stringify(value)}: RFC 3339 is needed.`);
}

/** A whole number up to 2^53 − 1 either way. */
export const SafeInt = new GraphQLScalarType<number, number>({
  name: 'SafeInt',
  description: 'A whole number between -(2^53 - 1) and 2^53 - 1.',
  serialize: toSafeInt,
  parseValue: toSafeInt,
  parseLiteral: (node) => toSafeInt(node.kind === Kind.INT ? Number(node.value) : undefined),
});

/** ISO 4217 in capitals. */
export const CurrencyCode = new GraphQLScalarType<string, string>({
  name: 'CurrencyCode',
  description: 'A currency by its ISO 4217 code, such as EUR.',
  serialize: toCurrencyCode,
  parseValue: toCurrencyCode,
  parseLiteral: (node) => toCurrencyCode(node.kind === Kind.STRING ? node.value : undefined),
});

/** RFC 3339 in UTC. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment as RFC 3339 in UTC, such as 2026-01-02T03:04:05.000Z.',
  serialize: (value) => toTime(value).toISOString(),
  parseValue: toTime,
  parseLiteral: (node) => toTime(node.kind === Kind.STRING ? node.value : undefined),
});
