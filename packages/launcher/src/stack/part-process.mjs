import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { endOfLog, logFileOf } from '../home/logs.mjs';
import { installedNode } from '../install/node.mjs';
import { PlainError } from '../plain-error.mjs';
import { isAlive } from '../processes/identity.mjs';
import { poll } from '../processes/poll.mjs';
import { spawnDetached } from '../processes/spawn-detached.mjs';

const readyTimeoutMs = 120_000;
const answerTimeoutMs = 2_000;
const pollMs = 50;

/**
 * Starts one part's process. Its log begins anew with each launcher, and goes on when the part is restarted. onEnd is
 * told how it ended.
 */
export async function spawnPart(part, context, { onEnd } = {}) {
  const program = context.programs?.[part.name] ?? part.program;
  if (!fs.existsSync(program)) {
    throw new PlainError(`${part.name} cannot be started: ${path.relative(checkoutFolder, program)} does not exist.`);
  }
  return spawnDetached({
    command: installedNode(),
    args: [program],
    environment: part.environment(context),
    workingFolder: path.join(checkoutFolder, part.folder),
    logFile: logFileOf(context.home, part.name),
    onEnd,
  });
}

/** Waits until the part says that it is ready. @throws {PlainError} with the end of its log when it does not. */
export async function waitUntilReady(part, identity, { context, signal }) {
  const url = `http://127.0.0.1:${context.ports[part.name]}/health/ready`;
  const outcome = await poll(async () => ((await answers(url)) ? 'ready' : !isAlive(identity) && 'dead'), {
    timeoutMs: readyTimeoutMs,
    everyMs: pollMs,
    signal,
  });
  if (outcome === 'ready') return;
  const problem = outcome === 'dead' ? 'ended while it started' : `did not get ready in ${readyTimeoutMs / 1000} s`;
  throw new PlainError(`${part.name} ${problem}. ${endOfLog(context.home, part.name)}`);
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerTimeoutMs) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch (error) {
    // Not listening yet, or too busy to answer: asked again until the deadline.
    if (error instanceof TypeError || error.name === 'TimeoutError') return false;
    throw error;
  }
}
