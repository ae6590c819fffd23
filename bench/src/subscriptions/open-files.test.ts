import { expect, test } from '@jest/globals';
import { requireOpenFiles } from './open-files.js';

function limits(hard: string): string {
  return `Limit                     Soft Limit           Hard Limit           Units\nMax open files            1024                 ${hard}                files\n`;
}

test('where a process may not open so many sockets, it is said what to do', () => {
  expect(() => requireOpenFiles(10_000, limits('4096'))).toThrow(
    'A process may open 4096 files here, and 10000 sockets need 10500. Run "ulimit -Hn 10500" as root in this shell ' +
      'first, or measure fewer with --sockets 3596.',
  );
});

test.each(['20000', 'unlimited'])('with a limit of %s there is room', (hard) => {
  expect(() => requireOpenFiles(10_000, limits(hard))).not.toThrow();
});
