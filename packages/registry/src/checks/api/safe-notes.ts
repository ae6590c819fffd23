import { type Change, ChangeType } from '@graphql-inspector/core';
import type { Finding } from '../finding.js';
import { messageOf } from './change-message.js';
import { coordinateOf } from './coordinate-of.js';
import type { SourceOf } from './source-of.js';

const additions: readonly string[] = [
  ChangeType.TypeAdded,
  ChangeType.FieldAdded,
  ChangeType.InputFieldAdded,
  ChangeType.EnumValueAdded,
];

/**
 * What is safe, compactly: what is new without what is in it or said of it, several additions to one type as one note,
 * and so several changes of its descriptions.
 * @param all every change, because what is new is not always safe.
 */
export function notesOf(changes: readonly Change[], all: readonly Change[], sourceOf: SourceOf): Finding[] {
  const added = new Set(all.filter(addsAnother).map(({ path = '' }) => path));
  const told = changes.filter((change) => !isInside(change, added));
  return [...Map.groupBy(told, groupOf).values()].map((group) => toNote(group, sourceOf));
}

function addsAnother({ type }: Change): boolean {
  return additions.includes(type);
}

/** Whether a change is of something that is new as a whole: `Tax.rate` of `Tax`, `Order.tax.of` of `Order.tax`. */
function isInside(change: Change, added: ReadonlySet<string>): boolean {
  const parts = (change.path ?? '').split('.');
  const around = parts.map((_, index) => parts.slice(0, index + 1).join('.')).filter((path) => added.has(path));
  return around.length > (addsAnother(change) ? 1 : 0);
}

function groupOf(change: Change): string {
  const code = codeOf(change);
  const [owner] = (change.path ?? '').split('.');
  const isOneOfMany = code.endsWith('_ADDED') || code === 'DESCRIPTION_CHANGED';
  return `${code} ${isOneOfMany ? owner : coordinateOf(change)}`;
}

function codeOf({ type }: Change): string {
  return /DESCRIPTION_(ADDED|REMOVED|CHANGED)$/.test(type) ? 'DESCRIPTION_CHANGED' : type;
}

function toNote(group: readonly Change[], sourceOf: SourceOf): Finding {
  const coordinates = [...new Set(group.map(coordinateOf))];
  const [only = ''] = coordinates;
  const [first] = group as [Change];
  const coordinate = coordinates.length === 1 ? only : (only.split('.')[0] ?? only);
  return {
    check: 'api',
    level: 'note',
    code: codeOf(first),
    coordinate,
    message: group.length === 1 ? messageOf(first) : `${asWords(codeOf(first))}: ${coordinates.join(', ')}.`,
    ...sourceOf(coordinate),
  };
}

/** `FIELD_ADDED` → `Field added` */
function asWords(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
