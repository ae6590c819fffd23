import { emptyChaosHome, openHome, runningStack, runSession, withStack } from '@souk/launcher/harness';
import { worldOfStack } from '../../calm/world-of-stack.js';
import { untilQuiet } from '../../run/until-quiet.js';
import { ownEnvironment } from '../config.js';
import type { Setting } from './part.js';

const restWithinMs = 300_000;

/**
 * Opens a shop with its demo data in a home of its own, as `npm start` does, for as long as the work takes. The work begins
 * when the demo data has gone round, and is given the environment that programs need which use the shop. Nothing that was
 * started outlives us.
 */
export async function withShop<Result>(
  { progress }: Setting,
  work: (environment: NodeJS.ProcessEnv) => Promise<Result>,
): Promise<Result> {
  const home = openHome('reliability');
  let done: { result: Result } | undefined;
  progress.note('a shop is opened');
  await runSession({ kind: home.kind, purpose: 'npm run reliability', home }, async (session) => {
    await session.tidy();
    await emptyChaosHome(home);
    await withStack(session, { seed: 'demo' }, async () => {
      const environment = { ...ownEnvironment(), ...runningStack(home)?.callerEnvironment };
      progress.note('waiting until its demo data has gone round');
      await untilAtRest(environment['SOUK_STACK_FILE'] ?? '', home.log);
      done = { result: await work(environment) };
    });
    return 0;
  });
  if (!done) throw new Error('The shop was stopped before the end.');
  return done.result;
}

/** @throws {Error} that says what is still under way. */
async function untilAtRest(stackFile: string, folder: string): Promise<void> {
  const rest = await untilQuiet(worldOfStack(stackFile, folder), restWithinMs);
  if ('unrest' in rest) throw new Error(`The new shop does not come to rest: ${rest.unrest.join('; ')}.`);
}
