import fs from 'node:fs';
import path from 'node:path';

// Debian keeps servers where an ordinary user's PATH does not lead.
const extraFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The first of the commands that is found on the PATH or where systems keep servers. */
export function findOnPath(names) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean), ...extraFolders];
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) return false;
    throw error;
  }
}
