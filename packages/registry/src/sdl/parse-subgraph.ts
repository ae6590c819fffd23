import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  parse,
  print,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  valueFromASTUntyped,
} from 'graphql';
import type { SubgraphSdl } from '../state/registry-state.js';
import type { Directive, Member, Place, SdlType, Subgraph, TypeKind } from './subgraph.js';

type TypeNode = TypeDefinitionNode | TypeExtensionNode;
type NamedNode = TypeNode | FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

const kinds: Record<TypeNode['kind'], TypeKind> = {
  ObjectTypeDefinition: 'object',
  ObjectTypeExtension: 'object',
  InterfaceTypeDefinition: 'interface',
  InterfaceTypeExtension: 'interface',
  InputObjectTypeDefinition: 'input',
  InputObjectTypeExtension: 'input',
  EnumTypeDefinition: 'enum',
  EnumTypeExtension: 'enum',
  UnionTypeDefinition: 'union',
  UnionTypeExtension: 'union',
  ScalarTypeDefinition: 'scalar',
  ScalarTypeExtension: 'scalar',
};

/** Reads the SDL of a subgraph. @throws {GraphQLError} when it does not parse. */
export function parseSubgraph({ name, file, sdl }: SubgraphSdl): Subgraph {
  const types = new Map<string, SdlType>();
  for (const type of parse(sdl).definitions.filter(isTypeNode).map(toType)) {
    const known = types.get(type.name);
    types.set(type.name, known ? joined(known, type) : type);
  }
  return { name, file, sdl, types };
}

function isTypeNode(node: DefinitionNode): node is TypeNode {
  return isTypeDefinitionNode(node) || isTypeExtensionNode(node);
}

function joined(one: SdlType, other: SdlType): SdlType {
  return {
    ...one,
    directives: [...one.directives, ...other.directives],
    fields: [...one.fields, ...other.fields],
    values: [...one.values, ...other.values],
  };
}

function toType(node: TypeNode): SdlType {
  const coordinate = node.name.value;
  const fields = 'fields' in node ? (node.fields ?? []) : [];
  const values = 'values' in node ? (node.values ?? []) : [];
  return {
    ...toPlace(node, coordinate),
    kind: kinds[node.kind],
    fields: fields.map((field) => toMember(field, `${coordinate}.${field.name.value}`)),
    values: values.map((value) => toPlace(value, `${coordinate}.${value.name.value}`)),
  };
}

function toMember(node: FieldDefinitionNode | InputValueDefinitionNode, coordinate: string): Member {
  const nodes = 'arguments' in node ? (node.arguments ?? []) : [];
  return {
    ...toPlace(node, coordinate),
    type: print(node.type),
    hasDefault: 'defaultValue' in node && node.defaultValue !== undefined,
    arguments: nodes.map((argument) => toMember(argument, `${coordinate}(${argument.name.value}:)`)),
  };
}

function toPlace(node: NamedNode, coordinate: string): Place {
  const { line = 1, column = 1 } = node.name.loc?.startToken ?? {};
  const description = 'description' in node ? (node.description?.value ?? '') : '';
  const directives = (node.directives ?? []).map(toDirective);
  const text = node.loc ? node.loc.source.body.slice(node.loc.start, node.loc.end) : '';
  return { coordinate, name: node.name.value, description, line, column, text, directives };
}

function toDirective({ name, arguments: given = [] }: ConstDirectiveNode): Directive {
  const values = given.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]);
  return { name: name.value, arguments: Object.fromEntries(values) };
}
