import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installFolderOf, sourceFolderOf } from './peer-folders.js';

const timeoutMs = 600_000;
/** What npm says first; then follow its call stack and its advice. */
const linesOfReason = 4;

/**
 * Installs what a peer's package.json names, unless it is there already. Resolves to where.
 * @throws {Error} with what npm said first.
 */
export async function installPackages(peer: string): Promise<string> {
  const folder = installFolderOf(peer);
  await cp(sourceFolderOf(peer), folder, { recursive: true });
  const wanted = await readFile(join(folder, 'package.json'), 'utf8');
  const stamp = join(folder, 'node_modules/.souk-installed.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return folder;
  await runNpm(folder);
  await writeFile(stamp, wanted);
  return folder;
}

async function runNpm(folder: string): Promise<void> {
  const options = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  const npm = spawn('npm', ['install', '--prefix', folder, ...options], { cwd: folder, timeout: timeoutMs });
  let said = '';
  npm.stdout.resume();
  npm.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [status] = await once(npm, 'close');
  if (status === 0) return;
  const reason = said.split('\n', linesOfReason).join('\n');
  throw new Error(`npm install ended with ${status ?? 'a signal'}: ${reason}`);
}
