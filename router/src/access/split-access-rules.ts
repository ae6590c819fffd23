import { type ASTNode, type DirectiveNode, type DocumentNode, Kind, valueFromASTUntyped, visit } from 'graphql';
import type { AccessRule } from './access-rule.js';
import { type RuleKind, ruleNamesOf } from './rule-names.js';
import { withoutInterfaceRules } from './without-interface-rules.js';

/** The access rules of types and fields, by their coordinates: `Order`, `Query.me`. Those that ask the same are one. */
export type RuleTable = ReadonlyMap<string, AccessRule>;

export interface SplitSupergraph {
  /** Without rules: @apollo/gateway refuses to load one that bears them. */
  supergraph: DocumentNode;
  rules: RuleTable;
}

/**
 * Takes the access rules out of a supergraph and keeps them in a table. A rule leaves the supergraph in the same step in
 * which it enters the table: none is taken out and forgotten.
 * @throws {Error} when there is a rule of a kind, or at a place, that nobody enforces.
 */
export function splitAccessRules(document: DocumentNode): SplitSupergraph {
  const { directives, isRuleLink, belongsToRules } = ruleNamesOf(document);
  const table = new Rules();
  const supergraph: DocumentNode = visit(document, {
    Directive: (node: DirectiveNode, _key, _parent, _path, ancestors) => {
      if (isRuleLink(node)) return null;
      const kind = directives.get(node.name.value);
      if (!kind) return undefined;
      table.add(coordinateOf(node, ancestors), kind, node);
      return null;
    },
    DirectiveDefinition: ({ name }) => (belongsToRules(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (belongsToRules(name.value) ? null : undefined),
  });
  return { supergraph, rules: table.shared(withoutInterfaceRules(document, table.all)) };
}

class Rules {
  readonly all = new Map<string, AccessRule>();

  add(coordinate: string, kind: RuleKind, directive: DirectiveNode): void {
    const { scopes } = this.all.get(coordinate) ?? { scopes: [] };
    this.all.set(coordinate, { scopes: kind === 'authenticated' ? scopes : [...scopes, scopesOf(directive)] });
  }

  shared(rules: ReadonlyMap<string, AccessRule>): RuleTable {
    const byText = new Map<string, AccessRule>();
    const share = (rule: AccessRule) => {
      const text = JSON.stringify(rule);
      const same = byText.get(text) ?? rule;
      byText.set(text, same);
      return same;
    };
    return new Map([...rules].map(([coordinate, rule]) => [coordinate, share(rule)]));
  }
}

const guardedKinds: ReadonlySet<Kind> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
]);

function coordinateOf(rule: DirectiveNode, ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  const around = ancestors.filter((each): each is ASTNode => 'kind' in each);
  const element = around.at(-1);
  const owner = element?.kind === Kind.FIELD_DEFINITION ? around.at(-2) : element;
  if (!owner || !('name' in owner) || !owner.name || !guardedKinds.has(owner.kind))
    throw new Error(`Nobody enforces @${rule.name.value} at a place that is neither a type nor a field of one.`);
  return element?.kind === Kind.FIELD_DEFINITION ? `${owner.name.value}.${element.name.value}` : owner.name.value;
}

function scopesOf(directive: DirectiveNode): string[][] {
  const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
  const scopes = argument && valueFromASTUntyped(argument.value);
  if (!isScopes(scopes)) throw new Error(`@${directive.name.value} needs a list of lists of scopes.`);
  return scopes;
}

function isScopes(value: unknown): value is string[][] {
  return (
    Array.isArray(value) && value.every((set) => Array.isArray(set) && set.every((each) => typeof each === 'string'))
  );
}
