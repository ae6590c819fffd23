import type { JsonSchema } from '../../../state/registry-state.js';
import { type Html, html, joinHtml } from '../html.js';
import { alternativesOf, unfold } from './unfold.js';

/** What stands in a field: `list of Id`, `text or null`. What bears a title leads to its description. */
export function typeOf(folded: JsonSchema): Html {
  const { schema, isNullable } = unfold(folded);
  return html`${typeProper(schema)}${isNullable && ' or null'}`;
}

function typeProper(schema: JsonSchema): Html {
  const { title, items, type } = schema as { title?: string; items?: JsonSchema; type?: string };
  if (title) return html`<a href="#field-${title}">${title}</a>`;
  if (schema['const'] !== undefined) return html`<code>${JSON.stringify(schema['const'])}</code>`;
  if (schema['enum']) return html`one of ${codes(schema['enum'] as unknown[])}`;
  if (items) return html`list of ${typeOf(items)}`;
  if (type) return html`${type}`;
  const alternatives = alternativesOf(schema);
  return alternatives[0] === schema ? html`anything` : joinHtml(alternatives.map(typeOf), ' or ');
}

/** What its form must be beside its type: its format, its pattern, its bounds. */
export function formOf(folded: JsonSchema): Html {
  const { schema } = unfold(folded);
  const { title, format, pattern } = schema as { title?: string; format?: string; pattern?: string };
  const hasPattern = pattern !== undefined && !(title && format);
  const bounds = Object.entries(boundWords).flatMap(([keyword, words]) => boundOf(schema[keyword], words));
  return joinHtml(
    [...(format ? [format] : []), ...(hasPattern ? [html`<code>${pattern}</code>`] : []), ...bounds],
    ', ',
  );
}

const boundWords: Record<string, (bound: number) => string> = {
  minimum: (bound) => `${bound} or more`,
  exclusiveMinimum: (bound) => `more than ${bound}`,
  maximum: (bound) => `${bound} or less`,
  exclusiveMaximum: (bound) => `less than ${bound}`,
  minLength: (bound) => `at least ${bound} characters`,
  maxLength: (bound) => `at most ${bound} characters`,
  minItems: (bound) => `at least ${bound} of them`,
  maxItems: (bound) => `at most ${bound} of them`,
};

/** Bounds that every whole number in JavaScript has are not worth a word. */
function boundOf(bound: unknown, words: (bound: number) => string): string[] {
  const isWorthAWord = typeof bound === 'number' && Math.abs(bound) !== Number.MAX_SAFE_INTEGER;
  return isWorthAWord ? [words(bound)] : [];
}

function codes(values: readonly unknown[]): Html {
  return joinHtml(
    values.map((value) => html`<code>${String(value)}</code>`),
    ', ',
  );
}
