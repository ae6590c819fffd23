import { withStack } from '../stack/open-stack.mjs';
import { runningStack } from '../stack/running-stack.mjs';
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

function runAll({ session, environment, patterns }, traces) {
  return runJest(session, {
    name: 'e2e',
    args: [
      ...['--runInBand', '--testMatch=**/e2e/**/*.e2e.test.ts', '--testPathIgnorePatterns=/node_modules/'],
      ...(patterns.length > 0 ? [`--testPathPatterns=${patterns.join('|')}`] : []),
    ],
    environment: { ...environment, ...runningStack(session.home).callerEnvironment, SOUK_TRACES_URL: traces.url },
  });
}
