import type { GraphQLSchema } from 'graphql';
import { removalDate } from './deprecation-reason.js';
import { deprecationAt } from './element-at.js';
import { type ApiElement, elementsOf } from './elements-of.js';

/** What a removal is judged by. */
export interface RemovalContext {
  before: GraphQLSchema;
  after: GraphQLSchema;
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * A type cannot be deprecated: it may go with what leads to it. These are the coordinates that may not go yet: neither
 * did their deprecation name a day that is past, nor does the type they belong to go in the same way.
 */
export function lastingLeads(
  typeName: string,
  context: RemovalContext,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  const passed = new Set([...seen, typeName]);
  const leads = elementsOf(context.before).filter(({ leadsTo, owner }) => leadsTo === typeName && !passed.has(owner));
  return leads.filter((lead) => !mayGo(lead, context, passed)).map(({ coordinate }) => coordinate);
}

/** Whether the day is past that a deprecation names for the removal. */
export function isPast(day: string | undefined, today: string): boolean {
  return day !== undefined && day < today;
}

function mayGo({ owner, coordinate }: ApiElement, context: RemovalContext, passed: ReadonlySet<string>): boolean {
  const reason = deprecationAt(context.before, coordinate);
  if (reason && isPast(removalDate(reason), context.today)) return true;
  return !context.after.getType(owner) && lastingLeads(owner, context, passed).length === 0;
}
