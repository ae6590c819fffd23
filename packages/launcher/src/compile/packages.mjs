import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';

const groups = ['packages', 'subgraphs'];
const singles = ['router', 'schema', 'e2e', 'bench', 'chaos'];

/** The workspace's packages as paths relative to the checkout. */
export function packageFolders() {
  const grouped = groups.flatMap((group) => namesIn(group).map((name) => `${group}/${name}`));
  return [...grouped, ...singles].filter((folder) => fs.existsSync(path.join(checkoutFolder, folder, 'package.json')));
}

function namesIn(group) {
  const folder = path.join(checkoutFolder, group);
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
}
