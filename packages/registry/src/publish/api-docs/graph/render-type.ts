import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { ownerBadges, policyBadges } from '../badges.js';
import { type Html, html, joinHtml, prose } from '../html.js';
import type { GraphReference } from './graph-reference.js';
import { renderField, renderValue } from './render-member.js';
import { typeLink } from './type-link.js';

/** A named type with all that it holds. */
export function renderType(type: GraphQLNamedType, reference: GraphReference, uses: readonly string[]): Html {
  const { owners, policies } = reference;
  return html`<article id="${type.name}">
<h3><a href="#${type.name}">${type.name}</a>${ownerBadges(owners.get(type.name) ?? [])}${policyBadges(policies[type.name])}</h3>
<p>${prose(type.description)}</p>
${relations(type, reference)}${usedBy(uses)}${members(type, reference)}</article>
`;
}

function members(type: GraphQLNamedType, reference: GraphReference): Html {
  if (isEnumType(type)) return list(type.getValues().map((value) => renderValue(type.name, value)));
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    return list(Object.values(type.getFields()).map((field) => renderField(type.name, field, reference)));
  }
  return html``;
}

function list(items: readonly Html[]): Html {
  return html`<dl>
${items}</dl>
`;
}

function relations(type: GraphQLNamedType, { api }: GraphReference): Html {
  if (isUnionType(type)) return related('One of', type.getTypes());
  if (isInterfaceType(type)) return related('Implemented by', api.getPossibleTypes(type));
  return isObjectType(type) ? related('Implements', type.getInterfaces()) : html``;
}

function related(relation: string, types: readonly GraphQLNamedType[]): Html {
  return html`${types.length > 0 && html`<p class="relation">${relation} ${joinHtml(types.map(typeLink), ', ')}</p>\n`}`;
}

function usedBy(coordinates: readonly string[]): Html {
  const links = coordinates.map((coordinate) => html`<a href="#${coordinate}">${coordinate}</a>`);
  return html`${links.length > 0 && html`<p class="relation">Used by ${joinHtml(links, ', ')}</p>\n`}`;
}
