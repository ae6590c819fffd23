import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../use-cases/credentials.js';

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const argon2id = 2;
const options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes 19 MiB and a core; more at once would starve everything else. */
const limit = 4;

/** Hashes passwords with Argon2id, at most four at once. */
export async function createArgon2Hasher(): Promise<PasswordHasher> {
  const queue = new Semaphore(limit);
  const dummy = await hash('no account has this password', options);
  return {
    hash: (password) => queue.run(() => hash(password, options)),
    verify: async (password, stored) =>
      (await queue.run(() => verify(stored ?? dummy, password))) && stored !== undefined,
  };
}

class Semaphore {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly limit: number) {}

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.limit) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
