import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  print,
} from 'graphql';
import { ownerBadges, policyBadges } from '../badges.js';
import { type Html, html, joinHtml, prose } from '../html.js';
import type { GraphReference } from './graph-reference.js';
import { typeLink } from './type-link.js';

type Typed = GraphQLField<unknown, unknown> | GraphQLInputField;

/** A field of a type or of an input. */
export function renderField(parent: string, field: Typed, reference: GraphReference): Html {
  const args = 'args' in field ? field.args : [];
  return html`<div id="${parent}.${field.name}">
<dt><code>${signature(field, args)}</code>${badges(parent, field.name, reference)}</dt>
<dd>${prose(field.description)}${deprecation(field)}${argumentList(args)}</dd>
</div>
`;
}

/** A value of an enum. */
export function renderValue(parent: string, value: GraphQLEnumValue): Html {
  return html`<div id="${parent}.${value.name}">
<dt><code>${value.name}</code></dt>
<dd>${prose(value.description)}${deprecation(value)}</dd>
</div>
`;
}

/** What is said of an element that should no longer be used. */
export function deprecation({ deprecationReason }: { deprecationReason?: string | null | undefined }): Html {
  return html`${deprecationReason != null && html`<p class="deprecated">Deprecated: ${prose(deprecationReason)}</p>`}`;
}

/** The descriptions of a field's arguments. */
export function argumentList(args: readonly GraphQLArgument[]): Html {
  if (args.length === 0) return html``;
  const items = args.map(
    (argument) =>
      html`<li><code>${argument.name}: ${typeLink(argument.type)}${defaultOf(argument)}</code> ${prose(argument.description)}${deprecation(argument)}</li>\n`,
  );
  return html`\n<ul class="arguments">\n${items}</ul>`;
}

/** A field as it is written, with its arguments' names and types. */
export function signature(field: Typed, args: readonly GraphQLArgument[]): Html {
  const list = args.map(({ name, type }) => html`${name}: ${typeLink(type)}`);
  const parameters = args.length > 0 && html`(${joinHtml(list, ', ')})`;
  return html`<b>${field.name}</b>${parameters}: ${typeLink(field.type)}${'args' in field ? '' : defaultOf(field)}`;
}

function defaultOf({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string {
  const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  return value ? ` = ${print(value)}` : '';
}

/** A field names its subgraphs only when they are not those of its type. */
function badges(parent: string, name: string, { owners, policies }: GraphReference): Html {
  const coordinate = `${parent}.${name}`;
  const own = owners.get(coordinate) ?? [];
  const isTold = own.length < (owners.get(parent)?.length ?? 0);
  return html`${isTold && ownerBadges(own)}${policyBadges(policies[coordinate])}`;
}
