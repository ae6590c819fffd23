import type { QuestionVersion } from '../../state/registry-state.js';
import type { Finding } from '../finding.js';
import { placeIn } from './contract-place.js';
import type { Remark } from './event-finding.js';

/** What a finding needs to know of a question. */
export type NamedQuestion = Pick<QuestionVersion, 'subject' | 'declaration'>;

/**
 * A finding about a question. It points at the contract, unless it says otherwise.
 * @param path `request` or `reply`, and the fields that lead to the place.
 */
export function questionFinding(
  { subject, declaration }: NamedQuestion,
  remark: Remark,
  path: readonly string[] = [],
): Finding {
  const found = { check: 'events', coordinate: [subject, ...path].join('/'), ...remark } as const;
  if (remark.file) return found;
  return { ...found, ...(declaration ? placeIn(declaration, path) : { file: questionFileOf(subject) }) };
}

/** The file of a question that is not declared any more: where it was. */
export function formerFileOf({ subject, declaration }: NamedQuestion): string {
  return declaration?.file ?? questionFileOf(subject);
}

/** Who answers: `cart` of `ask.cart.quote-freeze.v1`. */
export function ownerOf(subject: string): string {
  return subject.split('.')[1] ?? '';
}

function questionFileOf(subject: string): string {
  return `schema/questions/${ownerOf(subject)}.ts`;
}
