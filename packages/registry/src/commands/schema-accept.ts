import { isRefused } from '../report/report.js';
import { toTerminal } from '../report/to-terminal.js';
import { acceptedFile, writeAccepted } from '../state/accepted.js';
import { git } from '../state/git.js';
import { hasLanded } from '../state/has-landed.js';
import { resolveRevision } from '../state/read-revision.js';
import { type Outcome, runCommand } from './run-command.js';

const usage = `Makes the promises of the current commit those that later changes are compared with.

  npm run schema:accept    on main, after a change has landed; then commit ${acceptedFile}

Refused while the check refuses, while the promises of the work tree are not those of the commit, and beside main.`;

await runCommand({
  usage,
  options: {},
  run: async ({ root, today }): Promise<Outcome> => {
    const revision = await resolveRevision(root, 'HEAD');
    const obstacle = await findObstacle(root, revision);
    if (obstacle) return { text: obstacle, isRefused: true };
    const { checkWorkTree } = await import('../check-work-tree.js');
    const report = await checkWorkTree({ root, today });
    if (isRefused(report)) return { text: toTerminal(report).trimEnd(), isRefused: true };
    await writeAccepted(root, revision);
    return { text: `${toTerminal(report)}\nAccepted: ${revision}. Now commit ${acceptedFile}.` };
  },
});

/** Why the current commit cannot be accepted, whatever it promises. */
async function findObstacle(root: string, revision: string): Promise<string | undefined> {
  const uncommitted = await git(root, 'status', '--porcelain', '--', 'schema', 'subgraphs', `:!${acceptedFile}`);
  if (uncommitted) return `Commit these first, a revision is what is accepted:\n${uncommitted}`;
  if ((await hasLanded(root, revision)) !== false) return undefined;
  return `${revision} is not part of main. Accept there, after the change has landed.`;
}
