import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { brokerUrl } from './broker.js';

/** Runs `npm run dlq` or `npm run events:republish` beside the shop, as the launcher would. */
export function runEventDesk(
  command: 'dlq' | 'republish',
  ...args: string[]
): Promise<{ code: number; said: string; complained: string }> {
  const program = fileURLToPath(new URL(`../../packages/event-desk/dist/src/${command}.js`, import.meta.url));
  const env = { NATS_URL: brokerUrl(), USER: 'journeys' };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, said, complained) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said, complained }),
    );
  });
}
