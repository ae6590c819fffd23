import { createLogger, type Logger } from '../observability/index.js';

/** A running process. `stop` drains: nothing new is taken, what is under way is finished. */
export interface RunningProcess {
  stop(): Promise<void>;
}

/** Time that draining may take before the process leaves the hard way. */
const drainLimitMs = 25_000;
/** How long a process that is asked to stop may still take to start. */
const startLimitMs = 2_000;

/**
 * Starts a process and stops it in order on SIGTERM or SIGINT. What cannot start is told in one line and ends with code 1.
 */
export async function runProcess(
  name: string,
  start: (logger: Logger) => Promise<RunningProcess>,
  level = 'info',
): Promise<void> {
  const logger = createLogger(name, level);
  process.on('uncaughtException', (error) => exitAfter(logger, error, 'A failure that nobody handled.'));
  process.on('unhandledRejection', (error) => exitAfter(logger, error, 'A rejection that nobody handled.'));
  // A configuration at fault throws at once; it is told like any other reason not to start.
  const starting = Promise.resolve(logger).then(start);
  stopOnSignal(starting, logger);
  try {
    await starting;
  } catch (error) {
    exitAfter(logger, error, `${name} could not start.`);
  }
}

/**
 * Heard from the beginning. Who is asked to stop while starting stops in order when everything is there within a moment;
 * otherwise it leaves at once: nothing was promised yet, and a server it waits for may never come.
 */
function stopOnSignal(starting: Promise<RunningProcess>, logger: Logger): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      const impatience = setTimeout(() => logger.flush(() => process.exit(0)), startLimitMs);
      starting.then(
        (running) => {
          clearTimeout(impatience);
          return stop(running, logger, signal);
        },
        () => undefined, // told where it is awaited
      );
    });
  }
}

async function stop(running: RunningProcess, logger: Logger, signal: string): Promise<void> {
  logger.info({ signal }, 'Stopping.');
  setTimeout(() => exitAfter(logger, undefined, 'Draining took too long.'), drainLimitMs).unref();
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
