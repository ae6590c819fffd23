import { rootFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, Subgraph } from '../../sdl/subgraph.js';
import { isRequired, namedType } from '../../sdl/type-text.js';

/**
 * A mutation takes one `input` of its own, or nothing at all, and answers with a payload of its own.
 * The input may be left out where everything in it may.
 */
export function mutationShape(subgraph: Subgraph): Remark[] {
  return rootFields(subgraph, 'Mutation').flatMap((mutation) => [
    ...remarkInput(mutation, subgraph),
    ...remarkPayload(mutation),
  ]);
}

function remarkInput(mutation: Member, { types }: Subgraph): Remark[] {
  const [input, ...others] = mutation.arguments;
  if (!input) return [];
  const expected = `${capitalized(mutation.name)}Input`;
  const mayBeLeftOut = types.get(expected)?.fields.every(({ type, hasDefault }) => hasDefault || !isRequired(type));
  const isShaped = input.type === `${expected}!` || (mayBeLeftOut && input.type === expected);
  if (others.length === 0 && input.name === 'input' && isShaped) return [];
  const message = `${mutation.name} takes ${mutation.arguments.map(({ name, type }) => `${name}: ${type}`).join(', ')}.`;
  const fix = `Let it take exactly one argument, input: ${expected}!, that holds all of it.`;
  return [{ place: mutation, code: 'MUTATION_INPUT', message, fix }];
}

function remarkPayload(mutation: Member): Remark[] {
  const expected = `${capitalized(mutation.name)}Payload`;
  if (namedType(mutation.type) === expected && !mutation.type.startsWith('[')) return [];
  const message = `${mutation.name} answers with ${mutation.type}.`;
  const fix = `Let it answer with ${expected}, which holds the thing and userErrors.`;
  return [{ place: mutation, code: 'MUTATION_RESULT', message, fix }];
}

function capitalized(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
