import { parser, rules } from '@graphql-eslint/eslint-plugin';
import { Linter } from 'eslint/universal';
import { placesOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Place, Subgraph } from '../../sdl/subgraph.js';
import { lintRules } from './lint-rules.js';

const prefix = 'graphql/';
const config = {
  files: ['**/*.graphql'],
  languageOptions: { parser, parserOptions: { graphQLConfig: {} } },
  linterOptions: { noInlineConfig: true },
  plugins: { graphql: { rules } },
  rules: Object.fromEntries(
    Object.entries(lintRules).map(([name, { options }]) => [prefix + name, ['error', ...options]]),
  ),
} as unknown as Linter.Config;

/** What graphql-eslint finds: missing descriptions, names in the wrong case, misshapen connections. */
export function linted(subgraph: Subgraph): Remark[] {
  const messages = new Linter().verify(subgraph.sdl, config, { filename: subgraph.file });
  const places = placesOf(subgraph);
  return messages.map((found) => toRemark(found, places));
}

/** @throws {Error} when the linter could not do its work, which is no fault of the schema's. */
function toRemark(found: Linter.LintMessage, places: readonly Place[]): Remark {
  const rule = lintRules[(found.ruleId ?? '').slice(prefix.length)];
  if (!rule) throw new Error(`graphql-eslint: ${found.message}`);
  const message = found.message.replace(/\.?$/, '.');
  return { place: placeOf(found, places), code: rule.code, message, fix: rule.fix };
}

/** The linter says where; the last name that stands before or there is what it speaks of. */
function placeOf({ line, column }: Linter.LintMessage, places: readonly Place[]): Remark['place'] {
  const before = places.filter((place) => place.line < line || (place.line === line && place.column <= column));
  return before.at(-1) ?? { coordinate: 'schema', line };
}
