import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind, parse, visit } from 'graphql';
import { defaultPage } from './pagination.js';

const listSize = directiveOf(
  `@listSize(assumedSize: ${defaultPage}, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`,
);

/** Says of every field with pages how long they are: as long as `first` asks for, or a default page. */
export function declareListSizes(sdl: DocumentNode): DocumentNode {
  return visit(sdl, {
    FieldDefinition: (field) =>
      isPaged(field) ? { ...field, directives: [...(field.directives ?? []), listSize] } : undefined,
  });
}

function isPaged({ type, arguments: args }: FieldDefinitionNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  const isConnection = named.kind === Kind.NAMED_TYPE && named.name.value.endsWith('Connection');
  return isConnection && (args ?? []).some(({ name }) => name.value === 'first');
}

function directiveOf(text: string): ConstDirectiveNode {
  const [definition] = parse(`scalar Bearer ${text}`).definitions;
  const [directive] = definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? (definition.directives ?? []) : [];
  if (!directive) throw new Error(`${text} is no directive.`);
  return directive;
}
