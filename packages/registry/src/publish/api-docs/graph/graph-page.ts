import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { html } from '../html.js';
import type { Page, Section } from '../page.js';
import type { GraphReference } from './graph-reference.js';
import { readUses } from './read-uses.js';
import { renderOperation } from './render-operation.js';
import { renderType } from './render-type.js';

/** The page of all that clients see of the graph. */
export function graphPage(reference: GraphReference): Page {
  return {
    file: 'index.html',
    title: 'The graph',
    introduction,
    sections: [
      ...operationSections(reference),
      typeSection(reference, 'Types', (type) => isObjectType(type) && !isRoot(type, reference)),
      typeSection(reference, 'Interfaces', isInterfaceType),
      typeSection(reference, 'Unions', isUnionType),
      typeSection(reference, 'Inputs', isInputObjectType),
      typeSection(reference, 'Enums', isEnumType),
      typeSection(reference, 'Scalars', (type) => isScalarType(type) && !isSpecifiedScalarType(type)),
    ],
  };
}

const introduction = html`<p>Everything that a client may ask of the shop at its one endpoint, over HTTP, server-sent events and graphql-ws. Coloured names are the subgraphs that answer. What <span class="access">needs</span> something is refused with UNAUTHENTICATED or FORBIDDEN without it.</p>`;

function operationSections(reference: GraphReference): Section[] {
  const { api } = reference;
  return [
    ...operationSection(reference, 'Queries', api.getQueryType()),
    ...operationSection(reference, 'Mutations', api.getMutationType()),
    ...operationSection(reference, 'Subscriptions', api.getSubscriptionType()),
  ];
}

function operationSection(
  reference: GraphReference,
  title: string,
  root: GraphQLObjectType | null | undefined,
): Section[] {
  if (!root) return [];
  const fields = Object.values(root.getFields());
  return [
    {
      id: title.toLowerCase(),
      title,
      entries: fields.map(({ name }) => ({ id: `${root.name}.${name}`, name })),
      body: html`${fields.map((field) => renderOperation(root.name, field, reference))}`,
    },
  ];
}

function typeSection(reference: GraphReference, title: string, belongs: (type: GraphQLNamedType) => boolean): Section {
  const uses = readUses(reference.api);
  const types = Object.values(reference.api.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && belongs(type),
  );
  return {
    id: title.toLowerCase(),
    title,
    entries: types.map(({ name }) => ({ id: name, name })),
    body: html`${types.map((type) => renderType(type, reference, uses.get(type.name) ?? []))}`,
  };
}

function isRoot(type: GraphQLNamedType, { api }: GraphReference): boolean {
  return [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()].some((root) => root === type);
}
