import type { GraphQLSchema } from 'graphql';
import { isRootType } from '../../sdl/places.js';
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
 * did their deprecation name a day that is past, nor does the type they belong to go in the same way. Nothing leads to a
 * root type; it may go with its fields.
 */
export function lastingLeads(
  typeName: string,
  context: RemovalContext,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  const passed = new Set([...seen, typeName]);
  const elements = elementsOf(context.before);
  const lasting = isRootType(typeName)
    ? elements.filter((element) => isFieldOf(typeName, element) && !isAnnounced(element, context))
    : elements.filter((lead) => leadsFromOutside(typeName, lead, passed) && !mayGo(lead, context, passed));
  return lasting.map(({ coordinate }) => coordinate);
}

/** Whether the day is past that a deprecation names for the removal. */
export function isPast(day: string | undefined, today: string): boolean {
  return day !== undefined && day < today;
}

function isFieldOf(typeName: string, { kind, owner }: ApiElement): boolean {
  return kind === 'field' && owner === typeName;
}

function leadsFromOutside(typeName: string, { leadsTo, owner }: ApiElement, passed: ReadonlySet<string>): boolean {
  return leadsTo === typeName && !passed.has(owner);
}

function mayGo(lead: ApiElement, context: RemovalContext, passed: ReadonlySet<string>): boolean {
  if (isAnnounced(lead, context)) return true;
  return !context.after.getType(lead.owner) && lastingLeads(lead.owner, context, passed).length === 0;
}

function isAnnounced({ coordinate }: ApiElement, { before, today }: RemovalContext): boolean {
  return isPast(removalDate(deprecationAt(before, coordinate) ?? ''), today);
}
