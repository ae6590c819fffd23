import readline from 'node:readline';
import { openHome } from '../home/open-home.mjs';
import { stopAfter } from './stop-after.mjs';

const [kind, launcherPid] = process.argv.slice(2);
let started = { parts: [], servers: {} };
let isDismissed = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const lines = readline.createInterface({ input: process.stdin });
lines.on('line', (line) => {
  if (line === 'bye') isDismissed = true;
  else started = JSON.parse(line);
});
lines.on('close', async () => {
  if (isDismissed) return;
  process.stdout.write(`${new Date().toISOString()} launcher ${launcherPid} is gone; stopping what it started\n`);
  await stopAfter({ home: openHome(kind), pid: Number(launcherPid), ...started });
  process.stdout.write(`${new Date().toISOString()} stopped\n`);
});
