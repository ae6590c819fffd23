import { withStack } from '../stack/open-stack.mjs';
import { runningStack } from '../stack/running-stack.mjs';
import { addCounts } from './counts.mjs';
import { runJest } from './run-jest.mjs';
import { startTraceReceiver } from './trace-receiver.mjs';

/** Starts the whole shop in the test home, with nothing left of earlier runs, and runs the journeys. */
export async function runJourneys(state) {
  const traces = await startTraceReceiver();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = traces.url;
  try {
    return await withStack(state.session, { seed: 'demo', isForTests: true }, () => runAll(state, traces));
  } finally {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
    await traces.stop();
  }
}

/**
 * Journeys mostly wait for what they ordered, so that some go on side by side. Incidents change what all share, count it,
 * or need the processors for themselves: one after the other.
 */
const kinds = [
  { name: 'journeys', manner: '--maxWorkers=3' },
  { name: 'incidents', manner: '--runInBand' },
];

async function runAll({ session, environment, patterns }, traces) {
  const counts = [];
  for (const { name, manner } of kinds) {
    const args = [
      ...[manner, `--testMatch=**/e2e/${name}/*.e2e.test.ts`, '--testPathIgnorePatterns=/node_modules/'],
      ...(patterns.length > 0 ? ['--passWithNoTests', `--testPathPatterns=${patterns.join('|')}`] : []),
    ];
    const variables = { ...environment, ...runningStack(session.home).callerEnvironment, SOUK_TRACES_URL: traces.url };
    counts.push(await runJest(session, { name, args, environment: variables }));
  }
  return addCounts(counts);
}
