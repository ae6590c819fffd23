import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../../processes/run-to-end.mjs';
import { findOnPath } from './find-on-path.mjs';

const timeoutMs = 180_000;
// Without a network the usual three tries take half a minute.
const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];

// Packages that every Debian has, or that only matter to a real installation.
const notNeededForRunning = /^(adduser|libc6|init-system-helpers|lsb-base|sysvinit-utils|perl.*|debconf)$/;

/**
 * Asks apt without changing the machine. It uses the machine's package lists as long as they serve, and
 * private ones, which need no root, once they do not.
 */
export class Apt {
  #program = findOnPath(['apt-get']);
  #options = [];

  constructor(folder, signal) {
    this.folder = folder;
    this.signal = signal;
  }

  get isThere() {
    return Boolean(this.#program && findOnPath(['dpkg-deb']));
  }

  /** Names the package and whatever it needs that this machine lacks. */
  async lacking(name) {
    const { status, output } = await this.#run(['-s', '--no-install-recommends', 'install', name]);
    if (status !== 0) return { problem: `apt-get does not know ${name}: ${output}` };
    const names = [...output.matchAll(/^Inst (\S+)/gm)].map(([, found]) => found);
    return { names: names.filter((found) => !notNeededForRunning.test(found)) };
  }

  async download(names, target) {
    const { status, output } = await this.#run(['-qq', 'download', ...names], target);
    return status === 0 ? {} : { problem: `apt-get download ${names.join(' ')} failed: ${output}` };
  }

  /** Fetches package lists of our own. */
  async useOwnLists() {
    this.#options = privateOptions(this.folder);
    const { status, output } = await this.#run(['-qq', 'update']);
    return status === 0 ? {} : { problem: `apt-get update failed: ${output}` };
  }

  #run(args, cwd = this.folder) {
    return runToEnd(this.#program, [...patience, ...this.#options, ...args], {
      cwd,
      signal: this.signal,
      timeout: timeoutMs,
    });
  }
}

function privateOptions(folder) {
  for (const needed of ['lists/partial', 'archives/partial'])
    fs.mkdirSync(path.join(folder, needed), { recursive: true });
  const settings = [
    `Dir::State::lists=${folder}/lists`,
    `Dir::Cache=${folder}`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=root',
  ];
  return settings.flatMap((setting) => ['-o', setting]);
}
