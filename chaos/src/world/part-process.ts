import {
  isAlive,
  type Part,
  type ProcessEnding,
  type ProcessIdentity,
  type Session,
  type StackContext,
  spawnPart,
  stopPart,
  waitUntilReady,
} from '@souk/launcher/harness';
import type { Afterlife } from './afterlife.js';
import { isReadyAt } from './readiness.js';

/** One process of the shop: started with an environment of its own, started again after it ended, however it did. */
export class PartProcess {
  private identity: ProcessIdentity | undefined;
  /** Processes that the plan has asked or forced to end. */
  private readonly condemned = new Set<number>();
  private isOver = false;
  private ownEnvironment: Record<string, string> = {};

  constructor(
    private readonly part: Part,
    private readonly context: StackContext,
    private readonly session: Session,
    private readonly afterlife: Afterlife,
  ) {}

  get name(): string {
    return this.part.name;
  }

  /** What it is told, and whoever does something in its stead. */
  get environment(): Record<string, string> {
    return this.part.environment(this.context);
  }

  get pid(): number | undefined {
    return this.identity?.pid;
  }

  get isUp(): boolean {
    return isAlive(this.identity);
  }

  /** Whether it says of itself that it can do its work. */
  isReady(): Promise<boolean> {
    return isReadyAt(this.context.ports[this.name] ?? 0);
  }

  async start(): Promise<void> {
    if (this.isOver) return;
    const identity = await spawnPart(this.withOwnEnvironment(), this.context, {
      onEnd: (ending) => this.onEnd(identity.pid, ending),
    });
    this.identity = identity;
    this.session.addPart(this.name, identity);
  }

  /** For the first start: whoever does not come up then never will. */
  async startUntilReady(): Promise<void> {
    await this.start();
    const { context, session } = this;
    if (this.identity) await waitUntilReady(this.part, this.identity, { context, signal: session.signal });
  }

  /** What its next processes are told beyond the usual. */
  startNextWith(environment: Record<string, string>): void {
    this.ownEnvironment = environment;
  }

  kill(): void {
    this.end('SIGKILL');
  }

  terminate(): void {
    this.end('SIGTERM');
  }

  /** For good, as in a deployment. Resolves when it has ended. */
  async stop(): Promise<void> {
    this.isOver = true;
    if (this.identity) await stopPart({ name: this.name, ...this.identity });
  }

  freeze(): void {
    this.send('SIGSTOP');
  }

  thaw(): void {
    this.send('SIGCONT');
  }

  private withOwnEnvironment(): Part {
    const { part, ownEnvironment } = this;
    return { ...part, environment: (context) => ({ ...part.environment(context), ...ownEnvironment }) };
  }

  private end(signal: 'SIGKILL' | 'SIGTERM'): void {
    if (this.pid !== undefined) this.condemned.add(this.pid);
    this.send(signal);
  }

  private send(signal: NodeJS.Signals): void {
    if (this.identity && this.isUp) process.kill(this.identity.pid, signal);
  }

  private onEnd(pid: number, { status, signal }: ProcessEnding): void {
    if (this.isOver) return;
    const how = signal ?? `exit ${status}`;
    this.afterlife.begin({ name: this.name, pid, how, isPlanned: this.condemned.has(pid) }, () => this.start());
  }
}
