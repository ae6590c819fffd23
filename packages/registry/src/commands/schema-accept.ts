import { execFile } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { isRefused } from '../report/report.js';
import { toTerminal } from '../report/to-terminal.js';
import { acceptedFile, acceptedRevision, writeAccepted } from '../state/accepted.js';
import { resolveRevision } from '../state/read-revision.js';
import { type Outcome, runCommand } from './run-command.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../../../..');
enableCompileCache(join(root, '.local/cache/node'));

/**
 * `npm run schema:accept`: makes the promises of the current commit those that later changes are compared with. Refuses
 * while the check refuses, and while the promises in the work tree are not those of the commit.
 */
await runCommand(async (): Promise<Outcome> => {
  parseArgs({ options: {} });
  const uncommitted = await uncommittedPromises();
  if (uncommitted !== '') {
    return { text: `Commit these first, a revision is what is accepted:\n${uncommitted}`, isRefused: true };
  }
  const { checkWorkTree } = await import('../check-work-tree.js');
  const accepted = await acceptedRevision(root);
  const report = await checkWorkTree({ root, base: accepted, today: new Date().toISOString().slice(0, 10) });
  if (isRefused(report)) return { text: toTerminal(report).trimEnd(), isRefused: true };
  const revision = await resolveRevision(root, 'HEAD');
  await writeAccepted(root, revision);
  return { text: `${toTerminal(report)}\nAccepted: ${revision}. Now commit ${acceptedFile}.` };
});

/** What of `schema/` and of the subgraphs' code is not in the commit, as git lists it. */
async function uncommittedPromises(): Promise<string> {
  const { stdout } = await run('git', ['status', '--porcelain', '--', 'schema', 'subgraphs', `:!${acceptedFile}`], {
    cwd: root,
  });
  return stdout.trimEnd();
}
