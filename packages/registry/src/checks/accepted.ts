import { type Accepted, acceptedFile } from '../state/accepted.js';
import { hasLanded } from '../state/has-landed.js';
import { isKnownRevision, isPartOf, resolveRevision } from '../state/read-revision.js';
import type { Finding, FindingLevel } from './finding.js';

type Problem = Pick<Finding, 'code' | 'message' | 'fix'>;

/**
 * What is worth knowing where the accepted revision is what a change is compared with. Only warnings: whether a branch
 * may name it is decided where a person names the base, see {@link findNamedByBranch}.
 */
export async function findDoubtfulBase(root: string, { named, revision }: Accepted): Promise<Finding[]> {
  const problems: Problem[] = [];
  if (named !== revision) problems.push(unknown(named, revision));
  if (revision === (await resolveRevision(root, 'HEAD'))) problems.push(current());
  else if ((await hasLanded(root, revision)) === false) problems.push(notPartOf('main', named));
  return problems.map((problem) => toFinding('warning', problem));
}

/**
 * A branch that accepts one of its own commits would from then on be compared with itself, breaks and all: what it names
 * must be part of the base that it goes into, which was checked when it got there.
 */
export async function findNamedByBranch(root: string, { named }: Accepted, base: string): Promise<Finding[]> {
  const isThere = (await isKnownRevision(root, named)) && (await isPartOf(root, named, base));
  return isThere ? [] : [toFinding('error', notPartOf(`the base ${base}`, named))];
}

function unknown(named: string, revision: string): Problem {
  return {
    code: 'ACCEPTED_UNKNOWN',
    message: `It names ${short(named)}, which is not in this clone; compared with the commit that wrote it, ${short(revision)}.`,
    fix: 'If history was rewritten, run on main: npm run schema:accept',
  };
}

function current(): Problem {
  return {
    code: 'ACCEPTED_IS_CURRENT',
    message: 'Compared with the current commit, so that only what is not committed was looked at.',
    fix: 'If more was to be looked at, name what it is to be compared with: npm run schema:check -- --base origin/main',
  };
}

function notPartOf(where: string, named: string): Problem {
  return {
    code: 'ACCEPTED_NOT_LANDED',
    message: `It names ${short(named)}, which is not part of ${where}: nobody has checked what was promised there.`,
    fix: `Take back what this branch changed in ${acceptedFile}, and accept on main, after the change has landed: npm run schema:accept`,
  };
}

function short(revision: string): string {
  return revision.slice(0, 12);
}

function toFinding(level: FindingLevel, problem: Problem): Finding {
  return { check: 'accepted', level, ...problem, coordinate: acceptedFile, file: acceptedFile };
}
