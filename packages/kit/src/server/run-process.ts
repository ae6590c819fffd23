import { flushCompileCache } from 'node:module';
import { createLogger, type Logger } from '../observability/index.js';

/** A running process. `stop` drains: nothing new is taken, what is under way is finished. */
export interface RunningProcess {
  stop(): Promise<void>;
}

/** How long a process that is asked to stop may take. */
interface StopLimits {
  /** To drain, before it leaves the hard way. */
  drainMs: number;
  /** To start, if it has not yet. */
  startMs: number;
}

/**
 * Starts a process and stops it in order on SIGTERM or SIGINT. What cannot start is told in one line and ends with code 1.
 */
export async function runProcess(
  name: string,
  start: (logger: Logger) => Promise<RunningProcess>,
  level = 'info',
  limits: StopLimits = { drainMs: 25_000, startMs: 2_000 },
): Promise<void> {
  const logger = createLogger(name, level);
  process.on('uncaughtException', (error) => exitAfter(logger, error, 'A failure that nobody handled.'));
  process.on('unhandledRejection', (error) => exitAfter(logger, error, 'A rejection that nobody handled.'));
  // A configuration at fault throws at once; it is told like any other reason not to start.
  const starting = Promise.resolve(logger).then(start);
  stopOnSignal(starting, logger, limits);
  try {
    await starting;
    // Whoever is killed has kept it for the next to start.
    flushCompileCache();
  } catch (error) {
    exitAfter(logger, error, `${name} could not start.`);
  }
}

/**
 * Heard from the beginning. Who is asked to stop while starting stops in order when everything is there within a moment;
 * otherwise it leaves at once: nothing was promised yet, and a server it waits for may never come.
 */
function stopOnSignal(starting: Promise<RunningProcess>, logger: Logger, { startMs, drainMs }: StopLimits): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      const impatience = setTimeout(() => logger.flush(() => process.exit(0)), startMs);
      starting.then(
        (running) => {
          clearTimeout(impatience);
          logger.info({ signal }, 'Stopping.');
          return stop(running, logger, drainMs);
        },
        () => undefined, // told where it is awaited
      );
    });
  }
}

async function stop(running: RunningProcess, logger: Logger, limitMs: number): Promise<void> {
  setTimeout(() => exitAfter(logger, undefined, 'Draining took too long.'), limitMs).unref();
  try {
    await running.stop();
    logger.info('Stopped.');
    logger.flush(() => process.exit(0));
  } catch (error) {
    exitAfter(logger, error, 'Stopping failed.');
  }
}

function exitAfter(logger: Logger, error: unknown, message: string): void {
  logger.fatal({ err: error }, message);
  logger.flush(() => process.exit(1));
}
