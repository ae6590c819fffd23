import { type GraphQLType, getNamedType, isSpecifiedScalarType } from 'graphql';
import { type Html, html } from '../html.js';

/** A type as SDL writes it, with its name leading to its description. */
export function typeLink(type: GraphQLType): Html {
  const named = getNamedType(type);
  if (isSpecifiedScalarType(named)) return html`${String(type)}`;
  const [before = '', after = ''] = String(type).split(named.name);
  return html`${before}<a href="#${named.name}">${named.name}</a>${after}`;
}
