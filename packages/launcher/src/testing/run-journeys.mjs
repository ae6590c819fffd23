import { withStack } from '../stack/open-stack.mjs';
import { runningStack } from '../stack/running-stack.mjs';
import { runJest } from './run-jest.mjs';

/** Starts the whole shop in the test home, with nothing left of earlier runs, and runs the journeys. */
export function runJourneys({ session, environment, patterns }) {
  return withStack(session, { seed: 'demo', isForTests: true }, () =>
    runJest(session, {
      name: 'e2e',
      args: [
        ...['--runInBand', '--testMatch=**/e2e/**/*.e2e.test.ts', '--testPathIgnorePatterns=/node_modules/'],
        ...(patterns.length > 0 ? [`--testPathPatterns=${patterns.join('|')}`] : []),
      ],
      environment: { ...environment, ...runningStack(session.home).callerEnvironment },
    }),
  );
}
