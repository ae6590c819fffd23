import { randomInt } from 'node:crypto';
import type { Ask } from '../asking/index.js';
import type { Clock } from '../domain/index.js';
import { newId } from '../domain/index.js';
import { WakeUp } from '../messaging/index.js';
import { type Logger, withCorrelation } from '../observability/index.js';
import { type EntityManager, isDatabaseAway } from '../persistence/index.js';

export interface WorkerContext {
  /** A new entity manager for each round. */
  em: EntityManager;
  now: Clock;
  ask: Ask;
  logger: Logger;
}

/** Work that is due by what stands in the database, never by a timer's memory. */
export interface Worker {
  name: string;
  /** How long to rest when nothing was due. */
  everyMs: number;
  /** Look again as soon as any transaction of this process commits, for work that somebody waits for. */
  wakeOnCommit?: boolean;
  /** Does what is due, a bounded part of it; returns whether more may be due at once. */
  run(context: WorkerContext): Promise<boolean>;
}

export interface RunningWorker {
  wake(): void;
  stop(): Promise<void>;
}

/** Runs a worker round after round; a failed round is logged and tried again. */
export function startWorker(worker: Worker, createContext: () => WorkerContext, logger: Logger): RunningWorker {
  const wakeUp = new WakeUp();
  let stopping = false;
  const round = async (): Promise<boolean> => {
    try {
      return await withCorrelation({ correlationId: newId(), actor: `worker:${worker.name}` }, () =>
        worker.run(createContext()),
      );
    } catch (error) {
      const level = isDatabaseAway(error) ? 'warn' : 'error';
      logger[level]({ err: error, worker: worker.name }, 'A round of a worker failed and will be repeated.');
      return false;
    }
  };
  const running = (async () => {
    while (!stopping) {
      if (!(await round())) await wakeUp.wait(worker.everyMs + randomInt(Math.ceil(worker.everyMs / 10) + 1));
    }
  })();
  return {
    wake: () => {
      if (worker.wakeOnCommit) wakeUp.wake();
    },
    stop: () => {
      stopping = true;
      wakeUp.wake();
      return running;
    },
  };
}
