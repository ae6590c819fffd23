import type { Drift } from './generated-file.js';

/** What is not current, a line for each file. */
export function describeDrift({ changed, missing, left }: Drift): string[] {
  return [
    ...changed.map(({ path }) => `  changed  ${path}`),
    ...missing.map(({ path }) => `  new      ${path}`),
    ...left.map((path) => `  removed  ${path}`),
  ];
}
