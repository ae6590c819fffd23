import type { GeneratedFile } from './generated-file.js';

const lineWidth = 120;

/** A generated file that holds JSON. What fits into a line stands in one, so that a change is seen at a glance. */
export function jsonFile(path: string, value: object): GeneratedFile {
  return { path, content: `${onManyLines(value, '')}\n` };
}

function onManyLines(value: object, margin: string): string {
  const lines = partsOf(value).map(({ key, member }) => {
    const before = `${margin}  ${key}`;
    const line = onOneLine(member);
    const fits = before.length + line.length < lineWidth || typeof member !== 'object' || member === null;
    return before + (fits ? line : onManyLines(member, `${margin}  `));
  });
  const [open, close] = bracketsOf(value);
  return `${open}\n${lines.join(',\n')}\n${margin}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = partsOf(value).map(({ key, member }) => key + onOneLine(member));
  const [open, close] = bracketsOf(value);
  const space = Array.isArray(value) || parts.length === 0 ? '' : ' ';
  return `${open}${space}${parts.join(', ')}${space}${close}`;
}

function bracketsOf(value: object): string {
  return Array.isArray(value) ? '[]' : '{}';
}

function partsOf(value: object): { key: string; member: unknown }[] {
  if (Array.isArray(value)) return value.map((member) => ({ key: '', member }));
  return Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [{ key: `${JSON.stringify(name)}: `, member }],
  );
}
