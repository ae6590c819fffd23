import path from 'node:path';
import { withLock } from '../../home/lock.mjs';
import { PlainError } from '../../plain-error.mjs';
import { cachedPackage, fetchDebianPackage } from './debian-package.mjs';
import { findOnPath } from './find-on-path.mjs';
import { installWithHomebrew } from './homebrew.mjs';

/**
 * Finds a server's program: on the PATH, among what was fetched before, from Debian's packages, from
 * Homebrew. Gives back the command, its environment and how it was obtained.
 * @throws {PlainError} that names every attempt.
 */
export async function locateBinary(home, binary, signal) {
  const installed = findOnPath(binary.names);
  if (installed) return { command: installed, environment: { ...process.env }, how: `${installed} on the PATH` };
  return withLock(path.join(home.binaries, 'lock'), () => fetchBinary(home, binary, signal), { signal });
}

async function fetchBinary(home, binary, signal) {
  const cached = await cachedPackage(home.binaries, binary);
  if (cached) return { ...cached, how: 'fetched earlier' };
  const attempts = [`${binary.names.join(' or ')} is not on the PATH`];
  for (const attempt of [fetchDebianPackage, installWithHomebrew]) {
    const { found, problem } = await attempt(home.binaries, binary, signal);
    if (found) return found;
    attempts.push(problem);
  }
  throw new PlainError(explain(binary, attempts));
}

function explain(binary, attempts) {
  return [
    `${binary.label} could not be found or fetched. What was tried:`,
    ...attempts.map((attempt) => `  - ${attempt.trim().split('\n').join('\n    ')}`),
    `Install ${binary.names[0]} so that it is on the PATH, or start one yourself and set ${binary.variable}.`,
  ].join('\n');
}
