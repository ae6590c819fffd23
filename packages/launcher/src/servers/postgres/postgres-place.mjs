import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../../plain-error.mjs';
import { canReach, postgresUser } from './postgres-user.mjs';

// Unlike /tmp it is not emptied at every boot.
const scratchFolder = '/var/tmp';

/** Where PostgreSQL keeps its files: in the home, or in the scratch folder when its user cannot reach the home. */
export function postgresPlace(home) {
  const user = postgresUser();
  if (canReach(user, fs.realpathSync(home.data))) return placeIn(home.data, user, true);
  return placeIn(ownScratchFolder(home), user, false);
}

function placeIn(folder, user, isInHome) {
  return {
    user,
    isInHome,
    folder,
    data: path.join(folder, 'postgres'),
    passwordFile: path.join(folder, 'postgres.password'),
  };
}

// Anybody may create folders in the scratch folder, so one that is not ours is refused.
function ownScratchFolder(home) {
  const folder = path.join(scratchFolder, `souk-${home.hash}`);
  fs.mkdirSync(folder, { recursive: true });
  const stat = fs.lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== process.getuid()) {
    throw new PlainError(
      `${folder} belongs to somebody else. Remove it, or move the checkout out of a private folder.`,
    );
  }
  fs.chmodSync(folder, 0o711);
  return folder;
}
