import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';

/** The Node that the services run with, as it was installed; the host's may be older. */
export function installedNode() {
  return fs.realpathSync(path.join(checkoutFolder, 'node_modules/node/bin/node'));
}
