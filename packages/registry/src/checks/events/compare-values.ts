import type { JsonSchema } from '../../state/registry-state.js';
import type { Place, SchemaChange } from './schema-change.js';

/** What became of the values that a field may have, where they are listed. */
export function compareValues({ path, before, after }: Place): SchemaChange[] {
  const [old, present] = [valuesOf(before), valuesOf(after)];
  if (!old && !present) return [];
  if (!old) return [narrowed(path, 'Only listed values may be said now', 'Allow every value again')];
  if (!present) return [widened(path, 'Values that are not listed may be said now', 'List the values again')];
  const gone = old.filter((value) => !present.includes(value)).join(', ');
  const added = present.filter((value) => !old.includes(value)).join(', ');
  return [
    ...(gone ? [narrowed(path, `${gone} may not be said any more`, `Allow ${gone} again`)] : []),
    ...(added ? [widened(path, `${added} may be said now`, `Take ${added} out`)] : []),
  ];
}

function narrowed(path: Place['path'], difference: string, remedy: string): SchemaChange {
  return { code: 'ENUM_NARROWED', path, difference, drift: 'narrower', remedy };
}

function widened(path: Place['path'], difference: string, remedy: string): SchemaChange {
  return { code: 'ENUM_WIDENED', path, difference, drift: 'wider', remedy };
}

function valuesOf({ enum: values, const: value }: JsonSchema): string[] | undefined {
  if (Array.isArray(values)) return values.map(toText);
  return value === undefined ? undefined : [toText(value)];
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
