import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitInParallel, visitWithTypeInfo } from 'graphql';
import { noteDirectives } from './note-directives.js';
import { noteFields } from './note-fields.js';
import { noteFragments } from './note-fragments.js';
import { noteInputs } from './note-inputs.js';

/**
 * Every schema coordinate that an operation touches, sorted; what the schema does not know is passed over. Besides the
 * coordinates of GraphQL's specification there are memberships, `SearchResult/Product`: that Product is a possible type
 * of SearchResult. The rules:
 *
 * - a field selected: `Order.total`; through an interface, also the same field of every type that implements it;
 * - an argument given: `Query.order(id:)`, likewise;
 * - a variable: everything that can be sent in it, which is input types, their fields, enums and all their values;
 * - a value written out: the input fields and enum values that stand in it;
 * - a type by its name alone: what a field returns, what an input takes, what a fragment is on;
 * - a fragment on another type than the one around it: the memberships that make it possible;
 * - a directive and the arguments given: `@skip`, `@skip(if:)`.
 */
export function coordinatesOf(schema: GraphQLSchema, document: DocumentNode): string[] {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  const noting = { schema, document, types, note: (coordinate: string) => void found.add(coordinate) };
  const visitors = [noteFields, noteInputs, noteFragments, noteDirectives].map((visitor) => visitor(noting));
  visit(document, visitWithTypeInfo(types, visitInParallel(visitors)));
  return [...found].sort();
}
