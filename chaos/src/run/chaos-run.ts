import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readSurroundings, type Surroundings } from '@souk/bench/measure/surroundings';
import { natsSyncInterval, type Session } from '@souk/launcher/harness';
import type { Stage } from '../faults/fault-kind.js';
import { mortalParts } from '../faults/targets.js';
import { quietWithinMs } from '../invariants/recovers-in-time.js';
import type { People } from '../people/people.js';
import { startPeople } from '../people/start-people.js';
import { type Plan, writePlan } from '../plan/plan.js';
import type { PlannedFault } from '../plan/planned-fault.js';
import { Random } from '../random.js';
import { Probes } from '../recovery/probes.js';
import { RecoveryTimes } from '../recovery/recovery-times.js';
import type { Progress } from '../report/progress.js';
import type { RunRecord } from '../run-record.js';
import type { LivingWorld } from '../world/living-world.js';
import { openWorld } from '../world/open-world.js';
import type { ChaosOutcome } from './chaos-outcome.js';
import { msPerMinute } from './choose-plan.js';
import { judgeRun } from './judge-run.js';
import { needsReconciliation, reconcilePayments } from './reconcile-payments.js';
import { runPlan } from './run-plan.js';
import { untilQuiet } from './until-quiet.js';

export interface ChaosOptions {
  plan: Plan;
  session: Session;
  /** Of this run alone; it exists. */
  folder: string;
  progress: Progress;
}

/** What is there when the faults begin. */
interface Scene {
  living: LivingWorld;
  people: People;
  recovery: RecoveryTimes;
}

type TimesOfRun = Pick<RunRecord, 'startedAt' | 'faultsEndedAt' | 'loadEndedAt' | 'quietAt'>;

/** Fault points whose failure is told to whoever follows an order. */
const servesWatchers = /^(orders\.watch|router\.subscription)\./;
const seededWithinMs = 60_000;
const anyOrderWithinMs = 60_000;
const reconciledWithinMs = 90_000;

/** One run, from the start of the shop to what came out of it. What it started ends with the session. */
export class ChaosRun {
  private readonly random: Random;
  private readonly harnessFailure = Promise.withResolvers<never>();
  private readonly poisonedEventIds: string[] = [];
  private readonly expiredOrderIds: string[] = [];
  private readonly leftOut: string[] = [];

  constructor(private readonly options: ChaosOptions) {
    this.random = new Random(`run ${options.plan.seed}`);
    // Whoever waits for something else hears of it too.
    this.harnessFailure.promise.catch(() => undefined);
    const stop = () => this.harnessFailure.reject(new Error('The run was stopped before its end.'));
    options.session.signal.addEventListener('abort', stop, { once: true });
  }

  /** @throws {Error} when the harness itself failed: nothing is known about the shop then. */
  async toOutcome(): Promise<ChaosOutcome> {
    const { plan, folder } = this.options;
    writePlan(path.join(folder, 'plan.json'), plan);
    return Promise.race([this.run(), this.harnessFailure.promise]);
  }

  private async run(): Promise<ChaosOutcome> {
    const { plan, session, folder, progress } = this.options;
    const startedAt = Date.now();
    const { reject: onFailure } = this.harnessFailure;
    const needsFakeTime = plan.faults.some(({ kind }) => kind === 'wrong-clock');
    const living = await openWorld({ session, folder, progress, onFailure, needsFakeTime, random: this.random });
    const probes = new Probes(living);
    const recovery = new RecoveryTimes((component) => probes.of(component), session.signal);
    const people = await this.warmUp(living);
    await probes.open();
    const peopleCameAt = Date.now();
    await this.makeTrouble({ living, people, recovery });
    const faultsEndedAt = Date.now();
    const rest = await this.calmDown({ living, people, recovery }, faultsEndedAt);
    const surroundings = await this.surroundingsOf(living);
    await close(living);
    const record = this.recordOf(living, { startedAt, faultsEndedAt, ...rest });
    progress.note('everything is looked at');
    const seconds = (faultsEndedAt - peopleCameAt) / 1_000;
    const { world } = living;
    const verdict = await judgeRun({ world, people, record, ordersPerSecond: plan.ordersPerSecond, seconds });
    return {
      plan,
      folder,
      surroundings,
      record,
      ...verdict,
      recovery: recovery.summary(),
      faultPointHits: living.faultControl.hits(),
      leftOut: this.leftOut,
    };
  }

  private surroundingsOf({ world }: LivingWorld): Promise<Surroundings> {
    return readSurroundings({ ...world, natsSyncInterval: natsSyncInterval(this.options.session.home) });
  }

  private recordOf({ afterlife, faultControl }: LivingWorld, times: TimesOfRun): RunRecord {
    const failures = faultControl
      .hits()
      .filter(({ point, action }) => action === 'throw' && servesWatchers.test(point));
    return {
      ...times,
      processEnds: afterlife.ends,
      subscriptionsFailedAt: failures.map(({ at }) => at),
      poisonedEventIds: this.poisonedEventIds,
      expiredOrderIds: this.expiredOrderIds,
    };
  }

  /** What the shop is opened with goes round first: its checks begin with a shop at rest. */
  private async warmUp({ world }: LivingWorld): Promise<People> {
    const { plan, progress } = this.options;
    progress.note('the shop is up, and its first events go round');
    const quiet = await untilQuiet(world, seededWithinMs);
    if ('unrest' in quiet) throw new Error(`The shop did not settle before anybody came: ${quiet.unrest.join('; ')}.`);
    progress.note('people come in');
    const people = await startPeople(world, {
      random: this.random.fork('people'),
      ordersPerSecond: plan.ordersPerSecond,
    });
    await within(people.untilOrderPlaced(), anyOrderWithinMs, 'No order was placed');
    return people;
  }

  private async makeTrouble(scene: Scene): Promise<void> {
    const { plan, progress, session } = this.options;
    progress.note(`${plan.faults.length} faults within ${plan.minutes} minutes begin`);
    await runPlan({
      faults: plan.faults,
      durationMs: plan.minutes * msPerMinute,
      stageOf: (fault) => this.stageFor(fault, scene),
      onLeftOut: (sentence) => this.leaveOut(sentence),
      progress,
      signal: session.signal,
    });
  }

  private stageFor(fault: PlannedFault, { living, people, recovery }: Scene): Stage {
    return {
      living,
      random: this.random.fork(`fault ${fault.id}`),
      leaveOut: (sentence) => this.leaveOut(`#${fault.id} ${sentence}`),
      poisoned: (eventId) => this.poisonedEventIds.push(eventId),
      expired: (orderIds) => this.expiredOrderIds.push(...orderIds),
      rush: (buyers) => people.rush(buyers),
      measureRecovery: (component) => recovery.measure(component),
    };
  }

  private leaveOut(sentence: string): void {
    this.leftOut.push(sentence);
    this.options.progress.note(`left out: ${sentence}`);
  }

  /** Everything is whole again, people still buy, then they leave. Gives back when they had left, and when it was quiet. */
  private async calmDown(
    { living, people, recovery }: Scene,
    faultsEndedAt: number,
  ): Promise<Pick<RunRecord, 'loadEndedAt' | 'quietAt'>> {
    const { progress } = this.options;
    const nextOrder = people.untilOrderPlaced();
    await living.heal();
    progress.note('the faults are over, and every process is ready');
    await within(nextOrder, anyOrderWithinMs, 'No order was placed after the faults');
    await people.stop();
    progress.note(`people have left, with ${people.figures.ordersPlaced} orders`);
    await recovery.settle();
    if (needsReconciliation(this.options.plan)) await this.reconcile(living, faultsEndedAt);
    const loadEndedAt = Date.now();
    progress.note('waiting for quiet');
    const quiet = await untilQuiet(living.world, quietWithinMs);
    await people.stopWatching();
    if ('at' in quiet) {
      if (quiet.last.length > 0) progress.note(`the last under way: ${quiet.last.join('; ')}`);
      return { loadEndedAt, quietAt: quiet.at };
    }
    progress.note(`it did not become quiet: ${quiet.unrest.join('; ')}`);
    return { loadEndedAt, quietAt: null };
  }

  /** Rest is measured from then on: what the provider told nobody begins to move only now. */
  private async reconcile(living: LivingWorld, lostUntil: number): Promise<void> {
    this.options.progress.note('news of the provider was lost: the books are compared');
    const { environment } = living.part('payments');
    await reconcilePayments({ environment, lostUntil, patienceMs: reconciledWithinMs });
  }
}

/** Ends whatever acts of itself, so that nothing falls due while everything is looked at. */
async function close(living: LivingWorld): Promise<void> {
  await Promise.all(mortalParts.map((name) => living.part(name).stop()));
}

/** @throws {Error} that says what did not happen in time. */
async function within<Result>(work: Promise<Result>, ms: number, failure: string): Promise<Result> {
  const patience = new AbortController();
  const tooLate = delay(ms, undefined, { signal: patience.signal }).then(() => {
    throw new Error(`${failure} within ${ms / 1_000} s.`);
  });
  tooLate.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    patience.abort();
  }
}
