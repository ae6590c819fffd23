import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../../plain-error.mjs';
import { runToEnd } from '../../processes/run-to-end.mjs';

export const superuser = 'souk';

/** Creates the data folder unless it is there. A half-made one never bears the final name. */
export async function ensurePostgresData(home, place, binaries, signal) {
  if (fs.existsSync(path.join(place.data, 'PG_VERSION'))) return false;
  const draft = `${place.data}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  giveTo(place.user, draft);
  await initialise({ home, place, binaries, draft, signal });
  fs.renameSync(draft, place.data);
  return true;
}

/** The superuser's password: made once, kept beside the data it opens. */
export function superuserPassword(place) {
  if (!fs.existsSync(place.passwordFile)) {
    fs.writeFileSync(place.passwordFile, crypto.randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return fs.readFileSync(place.passwordFile, 'utf8');
}

async function initialise({ home, place, binaries, draft, signal }) {
  const passwordFile = handOver(place, superuserPassword(place));
  const { status, output } = await runToEnd(
    path.join(binaries, 'bin/initdb'),
    initialiseArguments(home, draft, passwordFile),
    {
      cwd: '/',
      env: postgresEnvironment(binaries),
      user: place.user,
      signal,
    },
  ).finally(() => fs.rmSync(passwordFile, { force: true }));
  if (status !== 0) throw new PlainError(`PostgreSQL's initdb failed:\n${output}`);
}

function initialiseArguments(home, draft, passwordFile) {
  return [
    ...['-D', draft, '-U', superuser, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${unicodeLocale}`],
    ...(home.isDurable ? [] : ['--no-sync']),
  ];
}

// Trigram search takes only ASCII for letters under the plain C locale.
const unicodeLocale = process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8';

// initdb reads the password as its own user, who may not read ours.
function handOver(place, password) {
  const file = path.join(place.folder, `postgres.password.${process.pid}`);
  fs.writeFileSync(file, password, { mode: 0o600 });
  giveTo(place.user, file);
  return file;
}

// In some containers root is root in name only and may hand nothing over.
function giveTo(user, file) {
  if (!user) return;
  try {
    fs.chownSync(file, user.uid, user.gid);
  } catch (error) {
    if (!['EINVAL', 'EPERM'].includes(error.code)) throw error;
    throw new PlainError(
      `PostgreSQL does not run as root, and this system does not let root hand files to user ${user.name}.\n` +
        '  Start the launcher as an ordinary user, or start a PostgreSQL 15 to 18 yourself and set DATABASE_URL.',
    );
  }
}

/** The libraries refer to each other by name only, so the folder must be on the search path. */
export function postgresEnvironment(binaries) {
  const folder = path.join(binaries, 'lib');
  return { PATH: process.env.PATH, TZ: 'UTC', LD_LIBRARY_PATH: folder };
}
