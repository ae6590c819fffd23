import type { SubgraphParts } from '@souk/kit/server';
import type { Express } from 'express';
import type { SigningKeys } from '../credentials/signing-keys.js';

/** Publishes the keys with which access tokens can be verified. Open to everybody; caches may keep it for a minute. */
export function serveJwks(app: Express, { orm }: SubgraphParts, keys: SigningKeys): void {
  app.get('/.well-known/jwks.json', async (_request, response) => {
    response.set('cache-control', 'public, max-age=60').json({ keys: await keys.published(orm.em.fork()) });
  });
}
