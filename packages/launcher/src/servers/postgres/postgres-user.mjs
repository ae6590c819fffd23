import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../../plain-error.mjs';

const candidates = ['postgres', 'nobody'];

/** The user PostgreSQL runs as when we are root, which it refuses to run as; null when we are not. */
export function postgresUser() {
  if (process.getuid() !== 0) return null;
  const accounts = readAccounts();
  const found = candidates.map((name) => accounts.get(name)).find(Boolean);
  if (found) return found;
  throw new PlainError('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.');
}

/** Whether the user may walk down to this folder. */
export function canReach(user, folder) {
  if (!user) return true;
  const isOpen = isSearchable(fs.statSync(folder), user);
  const parent = path.dirname(folder);
  return isOpen && (parent === folder || canReach(user, parent));
}

function isSearchable({ uid, gid, mode }, user) {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function readAccounts() {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map(toAccount).map((account) => [account.name, account]));
}

function toAccount(line) {
  const [name, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
