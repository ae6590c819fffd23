import {
  doTypesOverlap,
  type GraphQLArgument,
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { hash } from '../subgraphs/hash.js';
import { Choices } from './choices.js';
import { draftValue, printLiteral } from './draft-values.js';
import { DraftVariables } from './draft-variables.js';

export interface Operation {
  document: string;
  variables: Record<string, unknown>;
}

const deepest = 6;

/** Writes an operation, by choices made beforehand. A few of them are not valid: fields of one name may conflict. */
export function draftOperation(schema: GraphQLSchema, numbers: readonly number[]): Operation {
  return new OperationDraft(schema, new Choices(numbers)).write();
}

class OperationDraft {
  private readonly variables: DraftVariables;
  private readonly fragments: { name: string; on: GraphQLCompositeType; text: string }[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choices: Choices,
  ) {
    this.variables = new DraftVariables(choices);
  }

  write(): Operation {
    const kind = this.choices.oneIn(6) ? 'mutation' : 'query';
    const type = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    const selections = this.selectionSet(type as GraphQLCompositeType, 0);
    const document = [
      `${kind}${this.variables.print()} ${selections}`,
      ...this.fragments.map(({ name, on, text }) => `fragment ${name} on ${on} ${text}`),
    ];
    return { document: document.join('\n'), variables: this.variables.toValues() };
  }

  private selectionSet(type: GraphQLCompositeType, depth: number): string {
    const selections = Array.from({ length: 1 + this.choices.next(4) }, () => this.selection(type, depth));
    return `{ ${selections.join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.choices.next(8);
    if (kind === 6) return `... on ${this.inline(type, depth)}`;
    if (kind === 7) return `...${this.fragment(type, depth)}${this.directives()}`;
    return this.field(type, depth);
  }

  private inline(type: GraphQLCompositeType, depth: number): string {
    const on = this.overlapping(type);
    return `${on}${this.directives()} ${this.selectionSet(on, depth + 1)}`;
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const known = this.fragments.filter(({ on }) => doTypesOverlap(this.schema, on, type));
    if (known.length > 0 && this.choices.oneIn(2)) return this.choices.pick(known).name;
    const on = this.overlapping(type);
    const text = this.selectionSet(on, depth + 1);
    const name = `F${this.fragments.length}`;
    this.fragments.push({ name, on, text });
    return name;
  }

  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType {
    const all = Object.values(this.schema.getTypeMap()).filter(isCompositeType);
    return this.choices.pick([type, ...all.filter((other) => doTypesOverlap(this.schema, type, other))]);
  }

  private field(type: GraphQLCompositeType, depth: number): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const others = depth < deepest ? fields.filter((field) => !leaves.includes(field)) : [];
    // What leads further is as likely as all leaves together.
    const isFurther = others.length > 0 && this.choices.oneIn(2);
    const field = this.choices.pick(isFurther ? others : [...leaves, undefined]);
    if (!field) return `${this.choices.oneIn(4) ? 'kindOfIt: ' : ''}__typename${this.directives()}`;
    const args = this.args(field);
    const inside = isFurther
      ? ` ${this.selectionSet(getNamedType(field.type) as GraphQLCompositeType, depth + 1)}`
      : '';
    return `${this.alias(field, args)}${field.name}${args}${this.directives()}${inside}`;
  }

  /** The same for the same arguments, so that most fields of one name can be merged. */
  private alias({ name }: GraphQLField<unknown, unknown>, args: string): string {
    return this.choices.oneIn(4) || (args !== '' && !this.choices.oneIn(4)) ? `${name}_${hash(args) % 97}: ` : '';
  }

  private args({ args }: GraphQLField<unknown, unknown>): string {
    const given = args.filter(({ type }) => isNonNullType(type) || this.choices.oneIn(2));
    return given.length === 0 ? '' : `(${given.map((arg) => `${arg.name}: ${this.argument(arg)}`).join(', ')})`;
  }

  private argument({ type }: GraphQLArgument): string {
    return this.choices.oneIn(2) ? this.variables.use(type) : printLiteral(draftValue(type, this.choices));
  }

  private directives(): string {
    if (!this.choices.oneIn(6)) return '';
    const isVariable = !this.choices.oneIn(4);
    const value = isVariable ? this.variables.use(new GraphQLNonNull(GraphQLBoolean)) : this.choices.next(2) === 0;
    return ` ${this.choices.pick(['@include', '@skip'])}(if: ${value})`;
  }
}
