import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../../state/registry-state.js';
import type { Drift, Place, SchemaChange } from './schema-change.js';

type Limit = number | string | boolean | undefined;
type LimitDrift = Extract<Drift, 'narrower' | 'wider' | 'other'>;

/** Each limit that a schema may set, in words, and what it means when it is raised. */
const limits: Record<string, { words: string; raised: LimitDrift }> = {
  minimum: { words: 'lowest value', raised: 'narrower' },
  exclusiveMinimum: { words: 'lower bound', raised: 'narrower' },
  maximum: { words: 'highest value', raised: 'wider' },
  exclusiveMaximum: { words: 'upper bound', raised: 'wider' },
  minLength: { words: 'shortest length', raised: 'narrower' },
  maxLength: { words: 'longest length', raised: 'wider' },
  minItems: { words: 'lowest count', raised: 'narrower' },
  maxItems: { words: 'highest count', raised: 'wider' },
  minProperties: { words: 'lowest count of entries', raised: 'narrower' },
  maxProperties: { words: 'highest count of entries', raised: 'wider' },
  pattern: { words: 'pattern', raised: 'other' },
  format: { words: 'format', raised: 'other' },
  multipleOf: { words: 'step', raised: 'other' },
  uniqueItems: { words: 'demand that nothing comes twice', raised: 'other' },
};

/** The keywords that are compared here. */
export const limitKeywords: readonly string[] = Object.keys(limits);

/** What became of bounds, patterns and formats. Whichever way a limit moves, somebody cannot read somebody's messages. */
export function compareLimits({ path, before, after }: Place): SchemaChange[] {
  const [old, present] = [withWholeBounds(before), withWholeBounds(after)];
  return Object.entries(limits).flatMap(([keyword, { words, raised }]) => {
    const [was, is] = [old[keyword] as Limit, present[keyword] as Limit];
    if (isDeepStrictEqual(was, is) || (keyword === 'pattern' && isOfFormat(old, present))) return [];
    const drift = driftOf(was, is, raised);
    return [
      {
        code: codes[drift],
        path,
        difference: describe(words, was, is),
        drift,
        remedy: was === undefined ? `Take the ${words} away` : `Make the ${words} \`${was}\` again`,
      },
    ];
  });
}

const codes: Record<LimitDrift, string> = {
  narrower: 'FIELD_NARROWED',
  wider: 'FIELD_WIDENED',
  other: 'FIELD_CHANGED',
};

function driftOf(was: Limit, is: Limit, raised: LimitDrift): LimitDrift {
  if (was === undefined) return 'narrower';
  if (is === undefined) return 'wider';
  if (raised === 'other') return 'other';
  const isRaised = Number(is) > Number(was);
  return isRaised === (raised === 'wider') ? 'wider' : 'narrower';
}

function describe(words: string, was: Limit, is: Limit): string {
  if (was === undefined) return `It has a ${words} now, \`${is}\``;
  if (is === undefined) return `It has no ${words} any more, which was \`${was}\``;
  return `Its ${words} was \`${was}\` and is \`${is}\` now`;
}

/** What is written as `z.email()` has a format, and a pattern that nobody wrote: the format says it all. */
function isOfFormat(old: JsonSchema, present: JsonSchema): boolean {
  const wayOf = (keyword: string) => [old[keyword] === undefined, present[keyword] === undefined];
  const isSameFormat = isDeepStrictEqual(old['format'], present['format']);
  return !isSameFormat && isDeepStrictEqual(wayOf('format'), wayOf('pattern'));
}

/**
 * Of whole numbers, "more than 0" and "at least 1" are the same. What every one of them keeps to, that it can be told
 * exactly, is no bound.
 */
function withWholeBounds(schema: JsonSchema): JsonSchema {
  if (schema['type'] !== 'integer') return schema;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  const lowest = [minimum, numberOr(exclusiveMinimum, 1)].filter(isBound);
  const highest = [maximum, numberOr(exclusiveMaximum, -1)].filter(isBound);
  return {
    ...rest,
    ...(lowest.length > 0 && { minimum: Math.max(...lowest) }),
    ...(highest.length > 0 && { maximum: Math.min(...highest) }),
  };
}

function numberOr(bound: unknown, step: number): number | undefined {
  return isNumber(bound) ? bound + step : undefined;
}

function isBound(value: unknown): value is number {
  return isNumber(value) && Math.abs(value) !== Number.MAX_SAFE_INTEGER;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
