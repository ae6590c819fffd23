import {
  type ASTVisitor,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { fragmentsOf } from '../definitions.js';
import { membership } from './membership.js';
import type { Noting } from './noting.js';

/** What fragments are on, and the memberships that they rely on. */
export function noteFragments({ schema, document, types, note }: Noting): ASTVisitor {
  const fragments = fragmentsOf(document);
  const noteCondition = (condition: string | undefined) => {
    const around = types.getParentType();
    const inside = condition ? schema.getType(condition) : undefined;
    if (!inside) return;
    note(inside.name);
    if (around) for (const membership of membershipsBetween(schema, around, inside)) note(membership);
  };
  return {
    InlineFragment: ({ typeCondition }) => noteCondition(typeCondition?.name.value),
    FragmentSpread: ({ name }) => noteCondition(fragments.get(name.value)?.typeCondition.name.value),
  };
}

function membershipsBetween(schema: GraphQLSchema, around: GraphQLNamedType, inside: GraphQLNamedType): string[] {
  if (around === inside) return [];
  const alsoInside = new Set(possibleTypes(schema, inside));
  const common = possibleTypes(schema, around).filter((type) => alsoInside.has(type));
  const abstract = [around, inside].filter(isAbstractType);
  return abstract.flatMap(({ name }) => common.map((type) => membership(name, type.name)));
}

function possibleTypes(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}
