import {
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { always } from './conditions.js';
import { leafCode } from './leaf-code.js';
import { type Selected, type SelectedField, type SelectionScope, selectFields } from './select-fields.js';

/**
 * Writes the JavaScript of a projection: one function for each type and what is selected of it, which writes the JSON
 * of its first argument by the coerced variables in its second. The code knows two functions of ours: `quote(text)`, and
 * `odd()`, which gives up.
 */
export class ProjectionCode {
  private readonly names = new Map<string, string>();
  private readonly functions: string[] = [];
  private readonly selectionSets = new Map<SelectionSetNode, number>();

  constructor(private readonly scope: SelectionScope) {}

  toString(): string {
    return this.functions.join('\n');
  }

  /** The name of the function that writes objects of a type. */
  composite(type: GraphQLCompositeType, selected: Selected[]): string {
    return this.once(`${type.name} ${selected.map((each) => this.keyOf(each)).join()}`, () =>
      isObjectType(type) ? this.objectBody(type, selected) : this.abstractBody(type, selected),
    );
  }

  /** Names come before bodies, and each body is written once: the same selections return in many types. */
  private once(key: string, body: () => string): string {
    const known = this.names.get(key);
    if (known) return known;
    const name = `write${this.names.size}`;
    this.names.set(key, name);
    this.functions.push(`function ${name}(o, v) {${body()}}`);
    return name;
  }

  private keyOf({ selectionSet, condition }: Selected): string {
    const id = this.selectionSets.get(selectionSet) ?? this.selectionSets.size;
    this.selectionSets.set(selectionSet, id);
    return `${id}:${condition}`;
  }

  private abstractBody(type: GraphQLAbstractType, selected: Selected[]): string {
    const cases = this.scope.schema
      .getPossibleTypes(type)
      .map((each) => `case ${JSON.stringify(each.name)}: return ${this.composite(each, selected)}(o, v);`);
    return `switch (o.__typename) {${cases.join('')}} return odd();`;
  }

  private objectBody(type: GraphQLObjectType, selected: Selected[]): string {
    const isOther = `o.__typename !== ${JSON.stringify(type.name)}`;
    const fields = selectFields(type, selected, this.scope);
    // From here on a field has another one before it, whatever the variables are.
    const firstSure = fields.findIndex(({ condition }) => condition === always);
    const statements = fields.map((field, index) => {
      const isSecond = firstSure >= 0 && index > firstSure;
      return this.fieldStatement(type, field, isSecond ? '","' : index === 0 ? '""' : '(s === "{" ? "" : ",")');
    });
    return `if (typeof o !== "object" || Array.isArray(o) || o.__typename !== undefined && ${isOther}) odd();
let x, s = "{";${statements.join('')} return s + "}";`;
  }

  private fieldStatement(type: GraphQLObjectType, field: SelectedField, comma: string): string {
    const key = JSON.stringify(`${JSON.stringify(field.responseName)}:`);
    const write = `x = o[${JSON.stringify(field.responseName)}]; s += ${comma} + ${key} + ${this.fieldValue(type, field)};`;
    return field.condition === always ? `\n${write}` : `\nif (${field.condition}) {${write}}`;
  }

  private fieldValue(type: GraphQLObjectType, { name, selected }: SelectedField): string {
    if (name === '__typename') return this.typeName(type);
    const definition = type.getFields()[name];
    if (!definition) throw new Error(`The schema has no field ${type.name}.${name}.`);
    return this.value(definition.type, selected);
  }

  /** Subgraphs are asked for it under every alias, except at the root. */
  private typeName(type: GraphQLObjectType): string {
    const name = JSON.stringify(type.name);
    const written = JSON.stringify(name);
    const { schema } = this.scope;
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    return isRoot ? written : `(x === ${name} ? ${written} : odd())`;
  }

  /** An expression that writes the value `x`. */
  private value(type: GraphQLOutputType, selected: Selected[]): string {
    if (isNonNullType(type)) return `(x == null ? odd() : ${this.presentValue(type.ofType, selected)})`;
    return `(x == null ? "null" : ${this.presentValue(type, selected)})`;
  }

  private presentValue(type: GraphQLOutputType, selected: Selected[]): string {
    if (isLeafType(type)) return leafCode(type);
    if (isListType(type)) return `${this.list(type.ofType, selected)}(x, v)`;
    return `${this.composite(type as GraphQLCompositeType, selected)}(x, v)`;
  }

  private list(itemType: GraphQLOutputType, selected: Selected[]): string {
    return this.once(`[${itemType}] ${selected.map((each) => this.keyOf(each)).join()}`, () => {
      const item = this.value(itemType, selected);
      return `if (!Array.isArray(o)) odd();
let x, s = "[";
for (let i = 0; i < o.length; i++) {x = o[i]; s += (i === 0 ? "" : ",") + ${item};}
return s + "]";`;
    });
  }
}
