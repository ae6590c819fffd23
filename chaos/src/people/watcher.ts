import type { Journal } from '../journal/journal.js';
import type { Random } from '../random.js';
import type { World } from '../world/world.js';
import type { LoadFigures } from './load-figures.js';
import { type Patience, pauseAfterTry } from './patience.js';
import type { Shopper } from './shopper.js';
import { FeedRefused, feedOverEvents, feedOverSocket, type StatusFeed } from './status-feed.js';

export interface WatcherParts {
  name: string;
  orderId: string;
  shopper: Shopper;
  world: World;
  journal: Journal;
  random: Random;
  patience: Patience;
  figures: LoadFigures;
}

const last = new Set(['COMPLETED', 'CANCELLED']);
const shortestStayMs = 30;
const longestStayMs = 4_000;
/** Some leave the page open: what is lost while a connection stands shows to them alone. */
const shareOfPatient = 0.3;
const longestPatientStayMs = 60_000;
const longestPauseMs = 1_500;
/** Where there was no way in, the first pause; then longer ones, as subscription clients do. */
const pauseOutsideMs = 500;
/** Who must come in anew may wait for two answers, of 12 s each at most, before they hear anything. */
const catchUpWithinMs = 30_000;
const pollMs = 50;
const askAgainMs = 500;

/**
 * Looks at an order's way over connections that break at random, each after what the one before has seen, and writes
 * down every change it is told.
 */
export class Watcher {
  private lastSeen = 0;
  private lastStatus = '';
  private watching: Promise<void> | undefined;
  private hasEnded = false;
  private feed: StatusFeed | undefined;
  private isLeaving = false;
  private visits = 0;
  /** How often in a row a connection ended otherwise than at the watcher's will. */
  private failures = 0;

  constructor(private readonly parts: WatcherParts) {}

  get isWatching(): boolean {
    return !this.hasEnded;
  }

  start(): void {
    this.watching = this.watch();
  }

  /** Leaves, but not before all has been seen that has happened until now. */
  async finish(): Promise<void> {
    const { orderId, journal, name, patience } = this.parts;
    const deadline = Date.now() + catchUpWithinMs;
    const sequence = await this.askForLast(deadline);
    while (this.lastSeen < (sequence ?? 0) && Date.now() < deadline && !patience.isOver) await patience.wait(pollMs);
    await journal.watch({ watcher: name, orderId, event: 'caughtUp', ...(sequence !== null && { sequence }) });
    this.isLeaving = true;
    this.feed?.cut();
    await this.watching;
  }

  /** Of the order's changes. A shop that is busy is asked again; null if it never answers. */
  private async askForLast(deadline: number): Promise<number | null> {
    const { shopper, orderId, patience } = this.parts;
    for (;;) {
      const progress = await shopper.progressOf(orderId);
      if (progress) return Math.max(0, ...progress.history.map((change) => change.sequence));
      if (patience.isOver || Date.now() > deadline) return null;
      await patience.wait(askAgainMs);
    }
  }

  private async watch(): Promise<void> {
    const { journal, name: watcher, orderId, patience } = this.parts;
    while (!this.isLeaving && !last.has(this.lastStatus)) {
      await journal.watch({ watcher, orderId, event: 'opened', sequence: this.lastSeen });
      const end = await this.stay();
      await journal.watch({ watcher, orderId, ...end });
      await patience.wait(this.drawPauseMs());
    }
    this.hasEnded = true;
  }

  /** One connection, from beginning to end. */
  private async stay(): Promise<{ event: 'completed' } | { event: 'broken' | 'refused'; code: string }> {
    let timer: NodeJS.Timeout | undefined;
    this.failures += 1;
    try {
      const feed = await this.open();
      this.feed = feed;
      timer = setTimeout(() => this.cut(feed), this.drawStayMs());
      await this.takeDown(feed);
      return { event: 'completed' };
    } catch (error) {
      if (!(error instanceof FeedRefused)) return { event: 'broken', code: describe(error) };
      this.parts.shopper.parts.door.heed(error.code);
      return { event: 'refused', code: error.code };
    } finally {
      clearTimeout(timer);
      this.feed?.cut();
      this.feed = undefined;
    }
  }

  /** An order that takes its time is looked at less and less often. */
  private drawStayMs(): number {
    const { random } = this.parts;
    this.visits += 1;
    const longestMs = random.chance(shareOfPatient) ? longestPatientStayMs : longestStayMs * this.visits;
    return random.integer(shortestStayMs, Math.min(longestMs, longestPatientStayMs));
  }

  private drawPauseMs(): number {
    const { random } = this.parts;
    if (this.failures > 0) return pauseAfterTry(this.failures, pauseOutsideMs, random);
    return random.next() * longestPauseMs;
  }

  private cut(feed: StatusFeed): void {
    this.failures = 0;
    feed.cut();
  }

  private async open(): Promise<StatusFeed> {
    const { random, world, shopper, orderId } = this.parts;
    const { accessToken = '' } = await shopper.parts.door.enter();
    const { endpoint, socketEndpoint } = world;
    const request = { endpoint, socketEndpoint, accessToken, orderId, afterSequence: this.lastSeen };
    return random.chance(0.5) ? feedOverSocket(request) : feedOverEvents(request);
  }

  private async takeDown(feed: StatusFeed): Promise<void> {
    const { journal, name: watcher, orderId } = this.parts;
    for await (const { sequence, status } of feed.changes) {
      await journal.watch({ watcher, orderId, event: 'seen', sequence, status });
      this.lastSeen = sequence;
      this.lastStatus = status;
    }
  }
}

/** A socket that closes is not reported as an Error. */
function describe(error: unknown): string {
  if (error instanceof Error) return error.message.slice(0, 120);
  const { code, reason } = error as { code?: number; reason?: string };
  return `closed: ${code} ${reason}`;
}
