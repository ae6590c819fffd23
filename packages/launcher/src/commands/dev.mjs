import { runSession } from '../session/run-session.mjs';
import { superviseUntilStopped } from '../session/supervise.mjs';
import { withStack } from '../stack/open-stack.mjs';
import { restartOnChange } from '../stack/restart-on-change.mjs';
import { readPort } from '../stack/router-port.mjs';
import { showWelcome } from '../stack/welcome.mjs';
import { show } from '../terminal/report.mjs';
import { runMain } from './run-main.mjs';

const usage = `Like npm start, and whenever a source changes: compiles it and starts the touched processes again.
The environment is the same; npm start -- --help lists it.`;

await runMain(([option]) => {
  if (option === '--help') return show(usage);
  return runSession({ kind: 'shop', purpose: 'npm run dev' }, (session) =>
    withStack(
      session,
      { seed: 'demo', routerPort: readPort(), only: process.env.SOUK_ONLY, isUnbundled: true },
      async (stack) => {
        showWelcome(stack);
        const stopWatching = restartOnChange(stack);
        await superviseUntilStopped(session, stack).finally(stopWatching);
      },
    ),
  );
});
