import { parse, print } from 'graphql';
import { type RuleTable, splitAccessRules } from './split-access-rules.js';

/**
 * A supergraph without its access rules, inseparable from them. There is no other way to come by one than from the text
 * that bears the rules, and nothing that plans or executes takes anything else.
 */
export class GuardedSupergraph {
  private constructor(
    /** As the gateway and the planner take it: open, unless the rules are enforced beside it. */
    readonly sdl: string,
    readonly rules: RuleTable,
  ) {}

  /** @throws {Error} when it bears a rule that nobody enforces. */
  static read(text: string): GuardedSupergraph {
    const { supergraph, rules } = splitAccessRules(parse(text));
    return new GuardedSupergraph(print(supergraph), rules);
  }
}
