import type { Subgraph } from '../../sdl/subgraph.js';
import type { RecordedOperation } from '../../state/registry-state.js';
import { type Guard, guardInAll, isAtLeast } from '../access/guard.js';
import type { Finding } from '../finding.js';
import { asUsedBy, type Usage } from '../usage.js';
import { changedRules, type RuleChange } from './rule-change.js';
import type { SubgraphsPair } from './subgraph-pair.js';

/**
 * Who may see what. Less guarded is a warning. More guarded is an error when an operation that uses it may be sent by
 * somebody who does not pass: one that touched nothing before that asked as much.
 */
export function ruleChanges(pair: SubgraphsPair, usage: Usage): Finding[] {
  const groups = Map.groupBy(changedRules(pair), ({ coordinate, isStricter }) => `${coordinate} ${isStricter}`);
  return [...groups.values()].flatMap((changes) => {
    const [first] = changes;
    if (!first) return [];
    return first.isStricter ? tightened(first, changes, { usage, before: pair.before }) : loosened(first);
  });
}

function loosened(change: RuleChange): Finding {
  const { then, now } = change;
  const open = now ? '' : ' It is open to everybody.';
  return {
    ...toFinding(change, `It asks for ${describe(now)} now, and asked for ${describe(then)}.${open}`),
    level: 'warning',
    code: now ? 'ACCESS_RULE_LOOSENED' : 'ACCESS_RULE_REMOVED',
    fix: 'If that is not meant, put the rule back.',
  };
}

function tightened(
  first: RuleChange,
  changes: readonly RuleChange[],
  { usage, before }: { usage: Usage; before: readonly Subgraph[] },
): Finding {
  const users = new Set(changes.flatMap(({ field }) => usage.get(field) ?? []));
  const shutOut = changes.flatMap(({ field, now }) =>
    (usage.get(field) ?? []).filter((user) => now && !passed(user, now, { usage, before })),
  );
  const finding = {
    ...toFinding(first, `It asks for ${describe(first.now)} now, and asked for ${describe(first.then)}.`),
    code: 'ACCESS_RULE_ADDED',
    ...asUsedBy([...users]),
  };
  if (shutOut.length === 0 && users.size === 0) return { ...finding, level: 'note' };
  if (shutOut.length === 0)
    return {
      ...finding,
      level: 'warning',
      fix: 'Whoever asks for it passes as far as their operations show; see that those who are not known here do as well.',
    };
  return {
    ...finding,
    level: 'error',
    message: `${finding.message} What uses it may be sent by somebody who has none of that.`,
    fix:
      'Leave it as open as it was and put the rule on a new field beside it; or, if whoever asks for it passes in any ' +
      `case, have it reviewed: an entry in schema/allowances.yaml with code ACCESS_RULE_ADDED and coordinate "${first.coordinate}".`,
  };
}

/** Whether an operation touched something before that asked as much. */
function passed(
  operation: RecordedOperation,
  guard: Guard,
  { usage, before }: { usage: Usage; before: readonly Subgraph[] },
): boolean {
  const touched = [...usage].filter(([, users]) => users.includes(operation)).map(([coordinate]) => coordinate);
  return touched.some((coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    return isAtLeast(guardInAll(type, field, before), guard);
  });
}

/** `a token with orders:read, or orders:write and orders:admin` */
function describe(guard: Guard | undefined): string {
  if (!guard) return 'nothing';
  const asked = guard.scopes.map((alternatives) => alternatives.map((scopes) => scopes.join(' and ')).join(', or '));
  return asked.length > 0 ? `a token with ${asked.join('; and with ')}` : 'a token';
}

function toFinding(
  { coordinate, file, line }: RuleChange,
  message: string,
): Pick<Finding, 'check' | 'coordinate' | 'message' | 'file' | 'line'> {
  return { check: 'api', coordinate, message, file, line };
}
