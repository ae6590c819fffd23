import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** The rules that the kit enforces in every subgraph, whatever way leads there. */
const enforcedBySubgraphs = new Set(['authenticated', 'requiresScopes']);

/**
 * Takes the access rules out of a supergraph, because @apollo/gateway refuses to load one that bears them. They hold
 * all the same: each subgraph enforces its own.
 * @throws {Error} when there is a rule of a kind that no subgraph enforces.
 */
export function stripAccessRules(supergraph: DocumentNode): DocumentNode {
  const features = securityFeatures(supergraph);
  const unknown = [...features].filter((name) => !enforcedBySubgraphs.has(name));
  if (unknown.length > 0) throw new Error(`Nobody enforces the supergraph's rules @${unknown.join(', @')}.`);
  const isRule = (name: string) => features.has(name.split('__')[0] ?? '');
  return visit(supergraph, {
    Directive: (node) => (isRuleLink(node) || isRule(node.name.value) ? null : undefined),
    DirectiveDefinition: (node) => (isRule(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (isRule(node.name.value) ? null : undefined),
  });
}

function securityFeatures(supergraph: DocumentNode): Set<string> {
  const schema = supergraph.definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION);
  return new Set((schema?.directives ?? []).filter(isRuleLink).map(featureName));
}

/** `@inaccessible` is no rule about callers: gateway and planner know it, and keep what bears it from every client. */
function isRuleLink(directive: DirectiveNode): boolean {
  const purpose = argumentOf(directive, 'for');
  const isForSecurity = directive.name.value === 'link' && purpose?.kind === Kind.ENUM && purpose.value === 'SECURITY';
  return isForSecurity && urlOf(directive)?.split('/').at(-2) !== 'inaccessible';
}

/** The name under which a linked feature is used: `https://specs.apollo.dev/authenticated/v0.1` → `authenticated`. */
function featureName(link: DirectiveNode): string {
  const alias = argumentOf(link, 'as');
  if (alias?.kind === Kind.STRING) return alias.value;
  const name = urlOf(link)?.split('/').at(-2);
  if (!name) throw new Error('The supergraph links a security feature without a name.');
  return name;
}

function urlOf(link: DirectiveNode): string | undefined {
  const url = argumentOf(link, 'url');
  return url?.kind === Kind.STRING ? url.value : undefined;
}

function argumentOf(directive: DirectiveNode, name: string) {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}
