import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sweepStrays } from '../../src/servers/sweep-strays.mjs';
import { stopLaunchedIn } from './launch.mjs';

/** A new folder that others may enter, as a checkout usually is. */
export function temporaryFolder(mode = 0o755) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'souk-launcher-'));
  fs.chmodSync(folder, mode);
  return folder;
}

/** A home of its own for one test, removed after it together with whatever still runs in it. */
export function temporaryHome(t) {
  const folder = path.join(temporaryFolder(), 'home');
  t.after(() => removeHome(folder));
  return folder;
}

export async function removeHome(folder) {
  await stopLaunchedIn(folder);
  const data = path.join(folder, 'data');
  if (fs.existsSync(data)) await sweepStrays({ data, run: path.join(folder, 'nowhere'), hash: 'none' });
  fs.rmSync(path.dirname(folder), { recursive: true, force: true });
}
