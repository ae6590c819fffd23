import { hash, verify } from '@node-rs/argon2';
import { Turns } from '@souk/kit/concurrency';
import type { PasswordHasher } from '../use-cases/credentials.js';

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const argon2id = 2;
const options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes 19 MiB and a core; more at once would starve everything else. */
const limit = 4;

/** Hashes passwords with Argon2id, at most four at once. */
export async function createArgon2Hasher(): Promise<PasswordHasher> {
  const turns = new Turns(limit);
  const dummy = await hash('no account has this password', options);
  return {
    hash: (password) => turns.take(() => hash(password, options)),
    verify: async (password, stored) =>
      (await turns.take(() => verify(stored ?? dummy, password))) && stored !== undefined,
  };
}
