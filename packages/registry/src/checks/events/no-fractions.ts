import type { JsonSchema } from '../../state/registry-state.js';
import type { Finding } from '../finding.js';
import { isCalledFraction } from '../manners/no-float.js';
import { eventFinding, type Remark } from './event-finding.js';
import type { EventsContext } from './events-context.js';
import { questionFinding } from './question-finding.js';
import { kindsOf } from './schema-keywords.js';

/** Nothing that travels is a fraction but what its name calls a ratio or a rating; money least of all. */
export function checkFractions({ after }: EventsContext): Finding[] {
  return [
    ...after.events.flatMap((event) =>
      fractionsIn(event.schema).map((path) => eventFinding(event, remark('EVENT_FLOAT'), path)),
    ),
    ...after.questions.flatMap((question) =>
      [...fractionsIn(question.request, ['request']), ...fractionsIn(question.reply, ['reply'])].map((path) =>
        questionFinding(question, remark('QUESTION_FLOAT'), path),
      ),
    ),
  ];
}

function remark(code: string): Remark {
  return {
    level: 'error',
    code,
    message: 'It may be a fraction, and a binary number cannot hold every decimal fraction.',
    fix: 'Use moneyField for money, and z.int() of whole units that the name says for the rest, such as weightGrams; only a …Ratio or …Rating may be a z.number().',
  };
}

/** The paths of all fields that may be fractions. What a list or a map holds bears the name of the field itself. */
function fractionsIn(schema: JsonSchema, path: readonly string[] = [], name = ''): string[][] {
  return kindsOf(schema).kinds.flatMap((kind) => {
    if (kind['type'] === 'number') return isCalledFraction(name) ? [] : [[...path]];
    const { properties, items, additionalProperties } = kind;
    return [
      ...Object.entries((properties ?? {}) as Record<string, JsonSchema>).flatMap(([field, inner]) =>
        fractionsIn(inner, [...path, field], field),
      ),
      ...(isSchema(items) ? fractionsIn(items, path, name) : []),
      ...(isSchema(additionalProperties) ? fractionsIn(additionalProperties, [...path, '*'], name) : []),
    ];
  });
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
