import fs from 'node:fs';
import path from 'node:path';

/** What the launcher has on record about the running shop of a home. */
export function stackOf(home) {
  return JSON.parse(fs.readFileSync(path.join(home, 'run/stack.json'), 'utf8'));
}
