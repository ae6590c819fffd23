import { spawnSync } from 'node:child_process';

const isLinux = process.platform === 'linux';

export const isRoot = process.getuid() === 0;

/** For `test(…, needsRoot, …)`: says why a case did not run. */
export const needsRoot = { skip: isRoot ? false : 'skipped: needs root' };

/** For cases that look into /proc, or that ask of the launcher what only Linux tells. */
export const needsLinux = { skip: isLinux ? false : 'skipped: needs Linux' };

/** For a case with several such conditions: the first that is not met is said. */
export function needsAll(...conditions) {
  return { skip: conditions.map(({ skip }) => skip).find(Boolean) ?? false };
}

export const nobody = { uid: 65_534, gid: 65_534 };

/** A command line's beginning that leaves only the loopback interface, or null where that is impossible. */
export function withoutNetwork() {
  const wrapper = isRoot ? asRoot : asUser;
  const { status } = spawnSync(wrapper[0], [...wrapper.slice(1), 'true']);
  return status === 0 ? wrapper : null;
}

const asRoot = ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

// Only a pretended root may configure the interface; a second step gives the user's own number back.
const asUser = [
  ...['unshare', '-rn', 'sh', '-c'],
  `ip link set lo up && exec unshare --map-user=${process.getuid()} --map-group=${process.getgid()} "$@"`,
  'sh',
];
