import net from 'node:net';
import { withStack } from '../stack/open-stack.mjs';
import { runningStack } from '../stack/running-stack.mjs';
import { runJest } from './run-jest.mjs';

/** Starts the whole shop in the test home, with nothing left of earlier runs, and runs the journeys. */
export async function runJourneys({ session, environment, patterns }) {
  const tracesUrl = await freeLoopbackUrl();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = tracesUrl;
  return withStack(session, { seed: 'demo', isForTests: true }, () =>
    runJest(session, {
      name: 'e2e',
      args: [
        ...['--runInBand', '--testMatch=**/e2e/**/*.e2e.test.ts', '--testPathIgnorePatterns=/node_modules/'],
        ...(patterns.length > 0 ? [`--testPathPatterns=${patterns.join('|')}`] : []),
      ],
      environment: { ...environment, ...runningStack(session.home).callerEnvironment, SOUK_TRACES_URL: tracesUrl },
    }),
  );
}

// Where a journey will listen for the traces that every process sends.
function freeLoopbackUrl() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(`http://127.0.0.1:${port}`));
    });
  });
}
