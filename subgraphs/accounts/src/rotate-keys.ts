import { createLogger } from '@souk/kit/observability';
import { createOrm } from '@souk/kit/persistence';
import { readAccountsConfig } from './config.js';
import { SigningKeys } from './credentials/signing-keys.js';

const config = readAccountsConfig();
const logger = createLogger('accounts', config.LOG_LEVEL);
const orm = await createOrm({ databaseUrl: config.DATABASE_URL, schemas: [], subscribers: [], logger });
try {
  const kid = await new SigningKeys(Buffer.from(config.SIGNING_KEY_SECRET, 'base64url')).rotate(orm.em.fork());
  process.stdout.write(
    `Key ${kid} is published. It signs from a quarter of an hour on; tokens stay valid throughout.\n`,
  );
} finally {
  await orm.close();
}
