import { type DocumentNode, type InterfaceTypeDefinitionNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';
import type { AccessRule } from './access-rule.js';

type Rules = ReadonlyMap<string, AccessRule>;

/**
 * Leaves the rules of objects and their fields, which are enforced for each object, whatever way leads to it.
 * Composition gives an interface all rules of the types that implement it; these are only a summary.
 * @throws {Error} when an interface asks for more: subgraphs enforce no rule of an interface.
 */
export function withoutInterfaceRules(supergraph: DocumentNode, rules: Rules): Rules {
  const kept = new Map(rules);
  const objects = supergraph.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const names = objects.filter((object) => implementsIt(object, type)).map(({ name }) => name.value);
    for (const member of ['', ...(type.fields ?? []).map(({ name }) => `.${name.value}`)]) {
      requireSummary(`${type.name.value}${member}`, { rules, sources: names.map((name) => `${name}${member}`) });
      kept.delete(`${type.name.value}${member}`);
    }
  }
  return kept;
}

function implementsIt({ interfaces = [] }: ObjectTypeDefinitionNode, { name }: InterfaceTypeDefinitionNode): boolean {
  return interfaces.some((each) => each.name.value === name.value);
}

function requireSummary(coordinate: string, { rules, sources }: { rules: Rules; sources: string[] }): void {
  const rule = rules.get(coordinate);
  const summed = sources.flatMap((source) => rules.get(source) ?? []);
  if (!rule || (summed.length > 0 && isImpliedBy(rule, summed))) return;
  throw new Error(
    `Nobody enforces the access rule of ${coordinate}, because it belongs to an interface: ` +
      'put it on every type that implements the interface.',
  );
}

/** Whether whoever meets all of `summed` meets the rule. */
function isImpliedBy({ scopes }: AccessRule, summed: readonly AccessRule[]): boolean {
  const lists = [...new Set(summed.flatMap((each) => each.scopes))];
  const sufficient = lists.reduce<readonly (readonly string[])[]>(
    (sets, list) => sets.flatMap((set) => list.map((more) => [...new Set([...set, ...more])])),
    [[]],
  );
  return scopes.every((wanted) =>
    sufficient.every((held) => wanted.some((set) => set.every((scope) => held.includes(scope)))),
  );
}
