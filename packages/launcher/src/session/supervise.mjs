import { setTimeout as pause } from 'node:timers/promises';
import { complain, report, reportReady } from '../terminal/report.mjs';

const lookEveryMs = 500;

/** Brings servers and parts that die back to life until the session is asked to stop. */
export async function superviseUntilStopped(session, stack) {
  while (await stillWanted(session.signal)) {
    await session.reviveServers(reportDeath, reportReady);
    await stack?.revive(reportDeath, reportReady);
  }
}

async function stillWanted(signal) {
  try {
    await pause(lookEveryMs, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

function reportDeath(name, endOfLog) {
  report(`${name} died and is started again.`);
  complain(endOfLog);
}
