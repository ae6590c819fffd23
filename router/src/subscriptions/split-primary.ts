import type { FetchNode, PlanNode } from '@apollo/query-planner';
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { Tree } from '../execution/execution.js';
import type { ToldType } from './nats-fed-fields.js';

/** The first fetch of a subscription, split into what an event tells and what its subgraph is asked for. */
export interface SplitPrimary {
  /** What the fetch would have answered, as far as the event tells it. */
  toRoot(tells: Tree): Tree;
  /** Asks the subgraph for the rest. It is asked of every event, so that it decides each time who may see it. */
  own: PlanNode;
  /** Whether the subgraph let the caller see what it was asked for. */
  isSeen(root: Tree): boolean;
}

/** An entity in the answer, whatever it is called there, and what is selected of it. */
interface SelectedEntity {
  responseName: string;
  name: string;
  selections: SelectionNode[];
}

/** Undefined when the fetch is about more than the event and its entities can answer. */
export function splitPrimary(primary: FetchNode, told: ToldType): SplitPrimary | undefined {
  const { definitions } = parse(primary.operation, { noLocation: true });
  const [definition] = definitions as OperationDefinitionNode[];
  const [field] = definition?.selectionSet.selections ?? [];
  if (!definition || definitions.length > 1 || primary.outputRewrites || field?.kind !== Kind.FIELD) return undefined;
  const fields = fieldsOf(field.selectionSet, told.type);
  if (!fields?.every((each) => isTold(each, told))) return undefined;
  const entities = entitiesIn(fields, told);
  const root = responseNameOf(field);
  const questions = entities.map((entity) => new EntityQuestion(entity, { root, told, primary, definition }));
  if (questions.some(({ isAmbiguous }) => isAmbiguous)) return undefined;
  const copies = [...fields, ...entities.map(({ responseName, name }) => ({ responseName, name }))].map((each) =>
    'kind' in each ? { responseName: responseNameOf(each), name: each.name.value } : each,
  );
  return {
    toRoot: (tells) => ({ [root]: copied(tells, copies) }),
    own: { kind: 'Parallel', nodes: questions.map(({ node }) => node) },
    isSeen: (answer) => questions.every((question) => question.isSeen(answer)),
  };
}

/** Undefined when something is selected that is not plainly about the type. */
function fieldsOf(selectionSet: SelectionSetNode | undefined, type: string): FieldNode[] | undefined {
  const fields: FieldNode[] = [];
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) fields.push(selection);
    else {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return undefined;
      const inside = fieldsOf(selection.selectionSet, type);
      if ((selection.typeCondition && selection.typeCondition.name.value !== type) || !inside) return undefined;
      fields.push(...inside);
    }
  }
  return fields;
}

function isTold({ name: { value: name } }: FieldNode, { leaves, entities }: ToldType): boolean {
  return name === '__typename' || leaves.includes(name) || name in entities;
}

/** The entities that are selected. When there is none, the first that there could be is there for its owner to be asked. */
function entitiesIn(fields: FieldNode[], { entities }: ToldType): SelectedEntity[] {
  const byName = Map.groupBy(
    fields.filter(({ name }) => name.value in entities),
    responseNameOf,
  );
  const selected = [...byName].map(([responseName, own]) => ({
    responseName,
    name: own[0]?.name.value ?? '',
    selections: own.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
  }));
  const [name = ''] = Object.keys(entities);
  return selected.length > 0 ? selected : [{ responseName: `(${name})`, name, selections: [] }];
}

interface QuestionParts {
  root: string;
  told: ToldType;
  primary: FetchNode;
  definition: OperationDefinitionNode;
}

/** Asks the owner about an entity of the event. An additional field tells whether there was an answer at all. */
class EntityQuestion {
  readonly node: PlanNode;
  readonly isAmbiguous: boolean;
  private readonly witness: string;

  constructor(
    private readonly entity: SelectedEntity,
    private readonly parts: QuestionParts,
  ) {
    const { type, keys } = parts.told.entities[entity.name] ?? { type: '', keys: [] };
    const fields = fieldsIn(entity.selections);
    const names = new Set(fields.map(responseNameOf));
    this.isAmbiguous = fields.some((field) => {
      const responseName = responseNameOf(field);
      return ['__typename', ...keys].includes(responseName) && responseName !== field.name.value;
    });
    this.witness = 'isThere';
    while (names.has(this.witness)) this.witness += '_';
    this.node = { kind: 'Flatten', path: [parts.root, entity.responseName], node: this.fetch(type, keys) };
  }

  isSeen(root: Tree): boolean {
    const event = root[this.parts.root] as Tree;
    return (event[this.entity.responseName] as Tree)[this.witness] !== undefined;
  }

  private fetch(type: string, keys: readonly string[]): FetchNode {
    const { primary, definition } = this.parts;
    const text = this.entity.selections.map((selection) => print(selection)).join(' ');
    const used = variablesIn(this.entity.selections);
    const variables = (definition.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
    const operation = `query ($representations: [_Any!]! ${variables.map((each) => print(each)).join(' ')}) {
      _entities(representations: $representations) { ... on ${type} { ${this.witness}: __typename ${text} } }
    }`;
    const keyFields = ['__typename', ...keys].map((name) => ({ kind: 'Field' as const, name }));
    return {
      kind: 'Fetch',
      serviceName: primary.serviceName,
      requires: [{ kind: 'InlineFragment', typeCondition: type, selections: keyFields }],
      variableUsages: (primary.variableUsages ?? []).filter((name) => used.has(name)),
      operation: stripIgnoredCharacters(operation),
      operationName: undefined,
      operationKind: OperationTypeNode.QUERY,
      operationDocumentNode: undefined,
    };
  }
}

/** The fields of the first level, those in fragments included. */
function fieldsIn(selections: readonly SelectionNode[]): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsIn(selection.selectionSet.selections) : [];
  });
}

function variablesIn(selections: SelectionNode[]): Set<string> {
  const names = new Set<string>();
  for (const selection of selections) visit(selection, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

function responseNameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** Entities are copied, because each goes on being filled. */
function copied(tells: Tree, copies: { responseName: string; name: string }[]): Tree {
  const tree: Tree = { __typename: tells['__typename'] };
  for (const { responseName, name } of copies) {
    const value = tells[name];
    tree[responseName] = typeof value === 'object' && value !== null ? { ...value } : value;
  }
  return tree;
}
