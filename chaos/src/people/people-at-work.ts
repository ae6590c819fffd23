import { Turns } from '@souk/kit/concurrency';
import { AbsentWishes } from './absent-wishes.js';
import type { Crowd, CrowdParts } from './crowd.js';
import type { LoadFigures } from './load-figures.js';
import type { Market } from './market.js';
import { Patience } from './patience.js';
import type { People } from './people.js';
import type { Shopper } from './shopper.js';
import type { OrderTray } from './staff.js';
import { makeTrip } from './trip.js';
import { planTrip, planTripInRush } from './trip-plan.js';
import { Watcher } from './watcher.js';

interface PeopleParts extends CrowdParts {
  crowd: Crowd;
  market: Market;
  journalPath: string;
  ordersPerSecond: number;
}

/** More trips at once would only wait for each other. */
const mostTripsUnderWay = 60;
/** How long people go on with what is under way once the shop is whole. */
const patienceMs = 60_000;
/** The shop lets a user have only so many connections at once. */
const mostWatchersEach = 3;
const pollMs = 100;
/** Who leaves asks for the order's whole history: hundreds at once would be one more fault. */
const leavingAtOnce = 8;

/** The people of one run, from the first to the last who leaves. */
export class PeopleAtWork implements People {
  readonly tray: OrderTray = [];
  private readonly absent = new AbsentWishes();
  private readonly work = new Set<Promise<void>>();
  private readonly watchers = new Map<string, Watcher[]>();
  /** Whoever watches goes on when nobody shops any more. */
  private readonly curiosity = new Patience();
  private trips = 0;
  private tripsUnderWay = 0;

  constructor(private readonly parts: PeopleParts) {}

  get figures(): LoadFigures {
    return this.parts.figures;
  }

  get journalPath(): string {
    return this.parts.journalPath;
  }

  begin(): void {
    this.join(this.sendTrips());
  }

  /** Somebody is at it until the work is done. */
  join(work: Promise<void>): void {
    const noted = work.catch((error: Error) => {
      this.figures.surprises.push(error.stack ?? String(error));
    });
    this.work.add(noted);
    void noted.then(() => this.work.delete(noted));
  }

  async untilOrderPlaced(): Promise<void> {
    const { patience } = this.parts;
    const now = Date.now();
    while (this.figures.lastOrderAskedAt <= now && !patience.isOver) await patience.wait(pollMs);
  }

  rush(buyers: number): void {
    for (let buyer = 0; buyer < buyers; buyer += 1) this.letIn(planTripInRush);
  }

  async stop(): Promise<void> {
    const { patience, random } = this.parts;
    patience.close();
    const giveUp = setTimeout(() => patience.end(), patienceMs);
    while (this.work.size > 0) await Promise.all(this.work);
    await this.absent.askAgain(random.fork('absent'));
    clearTimeout(giveUp);
    patience.end();
  }

  async stopWatching(): Promise<void> {
    const giveUp = setTimeout(() => this.curiosity.end(), patienceMs);
    const turns = new Turns(leavingAtOnce);
    await Promise.all([...this.watchers.values()].flat().map((watcher) => turns.take(() => watcher.finish())));
    clearTimeout(giveUp);
    await this.parts.journal.close();
  }

  /** Trips begin at their time, however long the ones before take: a slow shop gets a crowd, not a rest. */
  private async sendTrips(): Promise<void> {
    const { random, patience, ordersPerSecond } = this.parts;
    const arrivals = random.fork('arrivals');
    for (let due = performance.now(); !patience.isClosed; due += arrivals.pauseMs(ordersPerSecond)) {
      await patience.waitWhileOpen(Math.max(0, due - performance.now()));
      if (patience.isClosed) return;
      this.letIn(planTrip);
    }
  }

  private letIn(planOf: typeof planTrip): void {
    if (this.tripsUnderWay < mostTripsUnderWay) this.join(this.sendTrip(planOf));
    else this.figures.tripsHeldBack += 1;
  }

  private async sendTrip(planOf: typeof planTrip): Promise<void> {
    const { random, crowd } = this.parts;
    this.trips += 1;
    this.figures.tripsBegun += 1;
    this.tripsUnderWay += 1;
    const chance = random.fork(`trip-${this.trips}`);
    const plan = planOf(chance);
    const shopper = crowd.call(plan.isCustomer, chance);
    try {
      await makeTrip(shopper, plan, {
        ...this.parts,
        emulatorUrl: this.parts.world.stripeEmulatorUrl,
        absent: this.absent,
        watch: (who, orderId) => this.watch(who, orderId),
        hand: (orderId) => this.tray.push(orderId),
      });
    } finally {
      this.tripsUnderWay -= 1;
      crowd.goHome(shopper);
    }
  }

  private watch(shopper: Shopper, orderId: string): void {
    const mine = this.watchers.get(shopper.name) ?? [];
    if (mine.filter(({ isWatching }) => isWatching).length >= mostWatchersEach) return;
    const name = `${shopper.name}-watcher-${mine.length + 1}`;
    const random = this.parts.random.fork(name);
    const watcher = new Watcher({ ...this.parts, patience: this.curiosity, name, orderId, shopper, random });
    this.watchers.set(shopper.name, [...mine, watcher]);
    watcher.start();
  }
}
