import type { Declaration } from '../../state/registry-state.js';
import type { Finding } from '../finding.js';

/** Where in a declaration a field is written: the innermost that stands there; the rest is part of what it is made of. */
export function placeIn({ file, line, text }: Declaration, path: readonly string[]): Pick<Finding, 'file' | 'line'> {
  let position = 0;
  for (const name of path) position = positionOf(name, text, position) ?? position;
  return { file, line: line + text.slice(0, position).split('\n').length - 1 };
}

function positionOf(name: string, text: string, from: number): number | undefined {
  const match = new RegExp(`(?<![\\w.'"])['"]?${name.replace('*', '\\*')}['"]?\\s*[:,}]`).exec(text.slice(from));
  return match ? from + match.index : undefined;
}
