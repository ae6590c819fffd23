import { descendantsOf, isAlive, type ProcessIdentity, type Server, type Session } from '@souk/launcher/harness';
import type { Afterlife } from './afterlife.js';

const lookEveryMs = 50;

/** PostgreSQL, NATS or Redis, with all its children: killed, frozen, and started again on the same data after it ended. */
export class ServerProcess {
  private isCondemned = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private server: Server,
    private readonly session: Session,
    private readonly afterlife: Afterlife,
  ) {
    this.watch();
  }

  get name(): string {
    return this.server.name;
  }

  get isUp(): boolean {
    return isAlive(this.identity);
  }

  kill(): void {
    this.isCondemned = true;
    this.sendAll('SIGKILL');
  }

  freeze(): void {
    this.sendAll('SIGSTOP');
  }

  thaw(): void {
    this.sendAll('SIGCONT');
  }

  private get identity(): ProcessIdentity {
    if (this.server.process) return this.server.process;
    throw new Error(`${this.server.label} is not ours.`);
  }

  /** The server first: who is to die must not see its children die and react. */
  private sendAll(signal: NodeJS.Signals): void {
    if (!this.isUp) return;
    const { pid } = this.identity;
    for (const each of [pid, ...descendantsOf(pid)]) sendIfThere(each, signal);
  }

  private watch(): void {
    this.timer = setInterval(() => this.look(), lookEveryMs);
    this.timer.unref();
    this.session.signal.addEventListener('abort', () => clearInterval(this.timer), { once: true });
  }

  private look(): void {
    if (this.isUp) return;
    clearInterval(this.timer);
    const how = this.isCondemned ? 'SIGKILL' : 'gone';
    const { name, isCondemned: isPlanned } = this;
    this.afterlife.begin({ name, pid: this.identity.pid, how, isPlanned }, () => this.restart());
  }

  private async restart(): Promise<void> {
    const started = (await this.session.startServers([this.name], {}))[this.name];
    if (started?.url !== this.server.url) throw new Error(`${this.server.label} could not come back where it was.`);
    this.server = started;
    this.isCondemned = false;
    this.watch();
  }
}

function sendIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
