import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { eventually } from '../src/testing/eventually.js';

const typescript = new URL('./run-typescript.mjs', import.meta.url).href;

interface LogLine {
  level: number;
  msg: string;
  url?: string;
  err?: { message: string };
}

/** A process of its own, that can be sent signals, with what it logged and what it said had begun. */
export class SpawnedProcess {
  readonly lines: LogLine[] = [];
  readonly begun: string[] = [];
  /** Resolves with the exit code when the process has ended. */
  readonly exitCode: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    const log = createInterface({ input: child.stdout! });
    log.on('line', (line) => this.lines.push(JSON.parse(line) as LogLine));
    child.on('message', (what: string) => this.begun.push(what));
    this.exitCode = Promise.all([once(child, 'close'), once(log, 'close')]).then(([[code]]) => code as number | null);
  }

  /** @param file of `processes/`. */
  static start(file: string, argument: string): SpawnedProcess {
    const main = fileURLToPath(new URL(`./processes/${file}`, import.meta.url));
    const flags = ['--conditions=source', '--enable-source-maps', '--import', typescript, main, argument];
    return new SpawnedProcess(spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }));
  }

  /** The first line with this message, as soon as it is there. */
  logged(message: string, withinMs = 20_000): Promise<LogLine> {
    return eventually(() => {
      const line = this.lines.find(({ msg }) => msg === message);
      if (!line) throw new Error(`"${message}" was not logged.`);
      return line;
    }, withinMs);
  }

  /** What it logged as a warning or worse. */
  get complaints(): LogLine[] {
    return this.lines.filter(({ level }) => level >= 40);
  }

  /** Lets go on what waits to be allowed. */
  allow(what: string): void {
    this.child.send(what);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}
