import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';

const localFolder = path.join(checkoutFolder, '.local');
const folders = {
  shop: localFolder,
  test: path.join(localFolder, 'test'),
  chaos: path.join(localFolder, 'chaos'),
  reliability: path.join(localFolder, 'reliability', 'shop'),
};

/**
 * A home holds all state of one running system: run, log, data and secrets. The shop, the tests, the chaos
 * harness and the shop of `npm run reliability` have one each; SOUK_HOME names another. Binaries that were fetched are shared by all homes of a checkout.
 */
export function openHome(kind = 'shop') {
  const folder = path.resolve(process.env.SOUK_HOME || folders[kind]);
  const home = {
    kind,
    folder,
    run: path.join(folder, 'run'),
    holders: path.join(folder, 'run', 'holders'),
    log: path.join(folder, 'log'),
    data: path.join(folder, 'data'),
    binaries: path.resolve(process.env.SOUK_BINARIES || path.join(localFolder, 'bin')),
    hash: crypto.createHash('sha256').update(folder).digest('hex').slice(0, 8),
    isDurable: kind !== 'test',
    mayUseGivenServers: kind === 'shop',
  };
  makeFolders(home);
  return home;
}

/** Creates what is missing, also after somebody deleted the folder under a running launcher. */
export function makeFolders(home) {
  for (const folder of [home.holders, home.log, home.data, home.binaries]) fs.mkdirSync(folder, { recursive: true });
}
