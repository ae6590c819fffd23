import { type DirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

export type RuleKind = 'authenticated' | 'requiresScopes';

/** What of a supergraph declares access rules. */
export interface RuleNames {
  /** The directives that are rules, by the names under which this supergraph uses them. */
  directives: ReadonlyMap<string, RuleKind>;
  isRuleLink(directive: DirectiveNode): boolean;
  /** Whether a directive or scalar of this name is there only for the rules. */
  belongsToRules(name: string): boolean;
}

interface Feature {
  kind: string;
  /** Under which its directive is used unless it is imported. */
  name: string;
  imports: { name: string; as: string }[];
}

/** @throws {Error} when there is a rule of a kind that nobody enforces. */
export function ruleNamesOf(supergraph: DocumentNode): RuleNames {
  const schema = supergraph.definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION);
  const features = (schema?.directives ?? []).filter(isRuleLink).map(featureOf);
  const unknown = features.filter((feature) => !isRuleKind(feature.kind)).map(({ name }) => name);
  if (unknown.length > 0) throw new Error(`Nobody enforces the supergraph's rules @${unknown.join(', @')}.`);
  const directives = features.flatMap((feature) => namesOf(feature).map((name) => [name, feature.kind as RuleKind]));
  const names = new Set(features.flatMap(({ name, imports }) => [name, ...imports.map(({ as }) => bare(as))]));
  return {
    directives: new Map(directives as [string, RuleKind][]),
    isRuleLink,
    belongsToRules: (name) => names.has(name) || names.has(name.split('__')[0] ?? ''),
  };
}

function isRuleKind(kind: string): kind is RuleKind {
  return kind === 'authenticated' || kind === 'requiresScopes';
}

function namesOf({ kind, name, imports }: Feature): string[] {
  const imported = imports.filter((each) => each.name === `@${kind}`).map(({ as }) => bare(as));
  return [name, ...imported];
}

/** `@inaccessible` is no rule about callers: gateway and planner know it, and keep what bears it from every client. */
function isRuleLink(directive: DirectiveNode): boolean {
  if (directive.name.value !== 'link') return false;
  const kind = kindOf(directive) ?? '';
  return isRuleKind(kind) || (argumentOf(directive, 'for') === 'SECURITY' && kind !== 'inaccessible');
}

function featureOf(link: DirectiveNode): Feature {
  const kind = kindOf(link);
  if (!kind) throw new Error('The supergraph links a security feature without a name.');
  const imports = (argumentOf(link, 'import') ?? []) as (string | { name: string; as?: string })[];
  return {
    kind,
    name: (argumentOf(link, 'as') as string | undefined) ?? kind,
    imports: imports.map((each) => {
      const { name, as = name } = typeof each === 'string' ? { name: each } : each;
      return { name, as };
    }),
  };
}

/** What a link is about: `https://specs.apollo.dev/authenticated/v0.1` → `authenticated`. */
function kindOf(link: DirectiveNode): string | undefined {
  const url = argumentOf(link, 'url');
  return typeof url === 'string' ? url.split('/').at(-2) : undefined;
}

function argumentOf(directive: DirectiveNode, name: string): unknown {
  const argument = directive.arguments?.find((each) => each.name.value === name);
  return argument && valueFromASTUntyped(argument.value);
}

function bare(name: string): string {
  return name.replace(/^@/, '');
}
