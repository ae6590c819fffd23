import { openHome } from '../home/open-home.mjs';
import { report } from '../terminal/report.mjs';
import { Session } from './session.mjs';

// A terminal's Ctrl-C reaches us twice at once: from the terminal and through npm.
const sameKeypressMs = 1_000;
const interruptedStatus = 130;

/**
 * Opens a session, does the work and closes the session, whatever happens. A stop request (Ctrl-C, SIGTERM,
 * a closed terminal) aborts the session's signal; the second one forces. Gives back the exit status.
 */
export async function runSession({ kind, purpose, home = openHome(kind) }, work) {
  const session = new Session(home, purpose);
  listenForStop(session);
  try {
    return (await work(session)) ?? 0;
  } catch (error) {
    if (!session.signal.aborted) throw error;
    return interruptedStatus;
  } finally {
    await close(session);
  }
}

async function close(session) {
  const others = await session.close();
  if (others.length > 0)
    report(`The servers stay up for ${others.map(({ purpose, pid }) => `${purpose} (process ${pid})`).join(', ')}.`);
}

function listenForStop(session) {
  let firstAt = null;
  const onSignal = () => {
    if (firstAt === null) {
      firstAt = performance.now();
      report('Stopping. Once more to force.');
      session.requestStop();
    } else if (performance.now() - firstAt > sameKeypressMs) {
      session.killParts();
      // The watchdog sees us go and stops what is left.
      process.exit(interruptedStatus);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
}
