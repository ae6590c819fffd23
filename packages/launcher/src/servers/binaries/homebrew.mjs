import path from 'node:path';
import { runToEnd } from '../../processes/run-to-end.mjs';
import { findOnPath } from './find-on-path.mjs';

/** Installs the program with Homebrew, where there is one. */
export async function installWithHomebrew(_folder, { formula, names }, signal) {
  const brew = findOnPath(['brew']);
  if (!brew) return { problem: 'there is no brew on this machine' };
  const { status, output } = await runToEnd(brew, ['install', formula], { signal });
  if (status !== 0) return { problem: `brew install ${formula} failed: ${output}` };
  const prefix = (await runToEnd(brew, ['--prefix', formula], { signal })).output.trim();
  return {
    found: {
      command: path.join(prefix, 'bin', names[0]),
      environment: { ...process.env },
      how: `brew install ${formula}`,
    },
  };
}
