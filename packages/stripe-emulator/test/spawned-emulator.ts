import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type Stripe from 'stripe';
import { secretKey, stripeAt } from './start-emulator.js';

const typescript = new URL('./run-typescript.mjs', import.meta.url).href;
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const flags = ['--experimental-transform-types', '--no-warnings', '--import', typescript, main];

/** An emulator as a process of its own, so that it can be killed. */
export class SpawnedEmulator {
  private constructor(
    private readonly child: ChildProcess,
    readonly stripe: Stripe,
  ) {}

  static async start(stateDirectory: string, variables: Record<string, string> = {}): Promise<SpawnedEmulator> {
    const env = { PORT: '0', STATE_DIR: stateDirectory, STRIPE_SECRET_KEY: secretKey, ...variables };
    const child = spawn(process.execPath, flags, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout })) {
      const { address } = JSON.parse(line) as { address?: { port: number } };
      if (address) return new SpawnedEmulator(child, stripeAt(address.port));
    }
    throw new Error('The emulator did not start.');
  }

  /** Ends the process and gives its exit code, or null when the signal left it none. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    const [code] = await exited;
    return code as number | null;
  }
}
