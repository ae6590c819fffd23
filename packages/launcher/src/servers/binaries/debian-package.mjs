import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../../processes/run-to-end.mjs';
import { Apt } from './apt.mjs';

/** The program as it was unpacked earlier, if it still runs. */
export async function cachedPackage(folder, { debianPackage, pathInPackage }) {
  const root = path.join(folder, debianPackage);
  const command = path.join(root, pathInPackage);
  if (!fs.existsSync(command)) return null;
  const environment = { ...process.env, LD_LIBRARY_PATH: libraryFolders(root) };
  const { status } = await runToEnd(command, ['--version'], { env: environment });
  return status === 0 ? { command, environment } : null;
}

/** Downloads the package with what it lacks and unpacks it into our own folder: no root, nothing installed. */
export async function fetchDebianPackage(folder, binary, signal) {
  const cache = path.join(folder, 'apt');
  fs.mkdirSync(cache, { recursive: true });
  const apt = new Apt(cache, signal);
  if (!apt.isThere) return { problem: 'there is no apt-get and dpkg-deb on this machine' };
  const { debs, problem } = await downloadWithRetry(apt, binary.debianPackage, cache);
  if (problem) return { problem };
  const unpacking = await unpack(debs, path.join(folder, binary.debianPackage));
  if (unpacking.problem) return unpacking;
  const found = await cachedPackage(folder, binary);
  return found
    ? { found: { ...found, how: 'fetched with apt-get download' } }
    : { problem: 'the downloaded package does not run here' };
}

async function downloadWithRetry(apt, name, cache) {
  const first = await download(apt, name, cache);
  if (!first.problem) return first;
  const update = await apt.useOwnLists();
  return update.problem ? { problem: `${first.problem}\n${update.problem}` } : download(apt, name, cache);
}

async function download(apt, name, cache) {
  const { names, problem } = await apt.lacking(name);
  if (problem) return { problem };
  const target = fs.mkdtempSync(path.join(cache, `${name}-`));
  const result = await apt.download(names, target);
  if (result.problem) {
    fs.rmSync(target, { recursive: true, force: true });
    return result;
  }
  return { debs: target };
}

// Unpacked beside and renamed, so that an interrupted launcher leaves no half of a program behind.
async function unpack(debs, target) {
  const draft = `${target}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft);
  for (const file of fs.readdirSync(debs)) {
    const { status, output } = await runToEnd('dpkg-deb', ['-x', path.join(debs, file), draft]);
    if (status !== 0) return { problem: `dpkg-deb -x ${file} failed: ${output}` };
  }
  fs.rmSync(debs, { recursive: true, force: true });
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(draft, target);
  return {};
}

function libraryFolders(root) {
  const libraries = path.join(root, 'usr/lib');
  if (!fs.existsSync(libraries)) return '';
  const folders = fs.readdirSync(libraries).filter((name) => name.includes('-linux-gnu'));
  return folders.map((name) => path.join(libraries, name)).join(':');
}
