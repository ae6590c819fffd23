import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { seal, unseal } from './sealed-box.js';

interface KeyRow {
  kid: string;
  public_jwk: JWK;
  sealed_private_jwk: string;
}

export interface SigningKey {
  kid: string;
  key: Awaited<ReturnType<typeof importJWK>>;
}

/** A new key signs only when every cache of the key set has run out and knows it. */
const publishedBeforeUse = `interval '15 minutes'`;
/** An old key stays published until the last token that it signed is over. */
const publishedAfterUse = `interval '30 minutes'`;

/** The keys that access tokens are signed with. Private halves are sealed in the database. */
export class SigningKeys {
  constructor(private readonly secret: Buffer) {}

  /** Makes the first key, if there is none; it signs at once. */
  async ensure(em: EntityManager): Promise<void> {
    const [row] = await em.execute<unknown[]>('select 1 from signing_key where retires_at is null limit 1');
    if (!row) await this.add(em, 'now()');
  }

  /**
   * Publishes a new key now, lets it sign a quarter of an hour later, and retires those before it after that. Tokens
   * stay valid throughout. Returns the new key's id.
   */
  async rotate(em: EntityManager): Promise<string> {
    return em.transactional(async (transaction) => {
      await transaction.execute(
        `update signing_key set retires_at = now() + ${publishedBeforeUse} + ${publishedAfterUse} where retires_at is null`,
      );
      return this.add(transaction, `now() + ${publishedBeforeUse}`);
    });
  }

  /** The key to sign with now. */
  async current(em: EntityManager): Promise<SigningKey> {
    const [row] = await em.execute<KeyRow[]>(
      'select * from signing_key where signs_from <= now() order by signs_from desc, created_at desc limit 1',
    );
    if (!row) throw new Error('There is no signing key.');
    return {
      kid: row.kid,
      key: await importJWK(JSON.parse(unseal(row.sealed_private_jwk, this.secret)) as JWK, 'EdDSA'),
    };
  }

  /** Every public key that a valid token may have been signed with, and the next one. */
  async published(em: EntityManager): Promise<JWK[]> {
    const rows = await em.execute<KeyRow[]>(
      'select * from signing_key where retires_at is null or retires_at > now() order by created_at',
    );
    return rows.map(({ kid, public_jwk }) => ({ ...public_jwk, kid, alg: 'EdDSA', use: 'sig' }));
  }

  private async add(em: EntityManager, signsFrom: string): Promise<string> {
    const kid = newId();
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    await em.execute(
      `insert into signing_key (kid, public_jwk, sealed_private_jwk, signs_from) values (?, ?::jsonb, ?, ${signsFrom})`,
      [kid, JSON.stringify(await exportJWK(publicKey)), seal(JSON.stringify(await exportJWK(privateKey)), this.secret)],
    );
    return kid;
  }
}
