import {
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { hash } from './hash.js';
import { type Thing, thingIn } from './thing.js';

const root: Thing = { typeName: 'Query', self: '', seed: '' };
const keyFields = new Set(['id', 'sku', 'code']);
/** Fields with `@requires`: they tell what they were given. */
const computedFields = new Set(['shipping', 'labels', 'layout']);
const texts = ['', 'plain', 'with "quotes" and \\', 'línea\nsecond', 'separators \u2028', 'lone \ud800', 'emoji 🐫'];

/** Gives every field of every subgraph a value that follows from what it belongs to, its name and its arguments. */
export const fieldValue: GraphQLFieldResolver<Thing | undefined, unknown> = (source, args, _context, info) => {
  const owner = source ?? root;
  if (keyFields.has(info.fieldName)) return owner.self;
  const seed = `${owner.seed}.${info.fieldName}(${JSON.stringify(args)})`;
  if (!computedFields.has(info.fieldName)) return fieldValueOf(info.returnType, seed, owner, info);
  const given = JSON.stringify(owner.representation ?? null);
  return isListType(info.returnType) ? [given] : given;
};

function fieldValueOf(type: GraphQLOutputType, seed: string, owner: Thing, info: GraphQLResolveInfo): unknown {
  if (isNonNullType(type)) return presentValueOf(type.ofType, seed, owner, info);
  return hash(`null ${seed}`) % 8 === 0 ? null : presentValueOf(type, seed, owner, info);
}

function presentValueOf(type: GraphQLOutputType, seed: string, owner: Thing, info: GraphQLResolveInfo): unknown {
  if (isListType(type)) {
    const { ofType } = type;
    return Array.from({ length: hash(`length ${seed}`) % 4 }, (_item, index) =>
      fieldValueOf(ofType, `${seed}[${index}]`, owner, info),
    );
  }
  if (isLeafType(type))
    return leafOf(type.name, isEnumType(type) ? type.getValues().map(({ value }) => value) : [], seed);
  return isNonNullType(type) ? null : thingIn(owner, type, seed, info.schema);
}

function leafOf(typeName: string, enumValues: unknown[], seed: string): unknown {
  const number = hash(seed);
  if (enumValues.length > 0) return enumValues[number % enumValues.length];
  switch (typeName) {
    case 'Int':
      return (number % 2_000) - 1_000;
    case 'Float':
      return number % 5 === 0 ? number : number / 7;
    case 'Boolean':
      return number % 2 === 0;
    case 'JSON':
      return [{ text: texts[number % texts.length], list: [1, null, { n: number }] }, 7, 'text', [], true][number % 5];
    default:
      return `${texts[number % texts.length]} ${seed}`;
  }
}
