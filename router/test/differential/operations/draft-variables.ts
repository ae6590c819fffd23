import { type GraphQLInputType, isNonNullType } from 'graphql';
import type { Choices } from './choices.js';
import { draftValue, printLiteral } from './draft-values.js';

/** The variables of an operation as it is being written. */
export class DraftVariables {
  private readonly definitions = new Map<string, string>();
  private readonly values: Record<string, unknown> = {};

  constructor(private readonly choices: Choices) {}

  /** Declares a variable of a type, or uses one that is there, and gives back its name with the dollar. */
  use(type: GraphQLInputType, among = 3): string {
    const name = `${String(type).replace(/\W/g, '')}${isNonNullType(type) ? 'Required' : ''}${this.choices.next(among)}`;
    if (!this.definitions.has(name)) this.declare(name, type);
    return `$${name}`;
  }

  print(): string {
    if (this.definitions.size === 0) return '';
    return `(${[...this.definitions].map(([name, definition]) => `$${name}: ${definition}`).join(', ')})`;
  }

  /** As a client sends them. */
  toValues(): Record<string, unknown> {
    return JSON.parse(JSON.stringify(this.values));
  }

  private declare(name: string, type: GraphQLInputType): void {
    const hasDefault = this.choices.oneIn(3);
    this.definitions.set(name, `${type}${hasDefault ? ` = ${printLiteral(draftValue(type, this.choices))}` : ''}`);
    const mayBeLeftOut = hasDefault || !isNonNullType(type);
    if (!mayBeLeftOut || !this.choices.oneIn(3)) this.values[name] = draftValue(type, this.choices);
  }
}
