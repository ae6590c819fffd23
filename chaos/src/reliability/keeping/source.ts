import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { checkoutFolder } from '@souk/launcher/harness';
import { currentCommit } from '../../run/choose-plan.js';

/** The code that was measured. */
export interface Source {
  commit: string;
  /** Stands for what differs from the commit; null when nothing does. */
  changes: string | null;
}

const fingerprintLength = 8;
const megabytesOfChanges = 64;
/** The document and its results are written by the measurement itself. */
const allButTheDocument = ['--', '.', ':(exclude)docs/reliability.*'];

export function readSource(): Source {
  const status = git('status', '--porcelain', ...allButTheDocument);
  if (status === '') return { commit: currentCommit(), changes: null };
  const changes = createHash('sha256')
    .update(status)
    .update(git('diff', 'HEAD', ...allButTheDocument));
  return { commit: currentCommit(), changes: changes.digest('hex').slice(0, fingerprintLength) };
}

/** Outside of a repository there is nothing to tell. */
function git(...args: string[]): string {
  const maxBuffer = megabytesOfChanges * 1024 * 1024;
  return spawnSync('git', args, { cwd: checkoutFolder, encoding: 'utf8', maxBuffer }).stdout ?? '';
}
