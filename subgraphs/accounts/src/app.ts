import { answerKeepAuditHead } from '@souk/kit/audit';
import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, type SubgraphParts, startSubgraph } from '@souk/kit/server';
import { askAccountsToKeepAuditHead } from '@souk/schema/questions/accounts';
import { askOrdersToKeepAuditHead } from '@souk/schema/questions/orders';
import { migrations } from '../migrations/migrations.js';
import { answerCustomerContact } from './answers/customer-contact.js';
import type { AccountsConfig } from './config.js';
import { createArgon2Hasher } from './credentials/argon2-hasher.js';
import { JwtSigner } from './credentials/jwt-signer.js';
import { SigningKeys } from './credentials/signing-keys.js';
import { Customer } from './domain/customer.js';
import { Session } from './domain/session.js';
import { publishCustomerEvent } from './events/publish-customer-event.js';
import { publishSessionEvent } from './events/publish-session-event.js';
import { graph } from './graphql/graph.js';
import { serveJwks } from './http/jwks.route.js';
import { CustomerSchema } from './persistence/customer.schema.js';
import { SavedAddressSchema } from './persistence/saved-address.schema.js';
import { SessionSchema } from './persistence/session.schema.js';
import { seedDemoAccounts } from './seed/seed-demo-accounts.js';
import type { PasswordHasher } from './use-cases/credentials.js';

/** Composes and starts accounts. */
export async function startAccounts(config: AccountsConfig, logger: Logger): Promise<RunningSubgraph> {
  const passwords = await createArgon2Hasher();
  const keys = new SigningKeys(Buffer.from(config.SIGNING_KEY_SECRET, 'base64url'));
  return startSubgraph({
    name: 'accounts',
    config,
    logger,
    schemas: [CustomerSchema, SessionSchema, SavedAddressSchema],
    migrations,
    auditHeadKeeper: askOrdersToKeepAuditHead,
    publishers: [
      [Customer, publishCustomerEvent],
      [Session, publishSessionEvent],
    ],
    graph,
    answers: [answerKeepAuditHead(askAccountsToKeepAuditHead), answerCustomerContact],
    prepare: ({ orm }) => keys.ensure(orm.em.fork()),
    context: ({ orm }) => ({ passwords, accessTokens: new JwtSigner(keys, () => orm.em.fork()) }),
    routes: (app, parts) => serveJwks(app, parts, keys),
    seed: (parts) => seedDemo(config, parts, passwords),
  });
}

function seedDemo(config: AccountsConfig, { orm, now }: SubgraphParts, passwords: PasswordHasher): Promise<void> {
  const { DEMO_CUSTOMER_PASSWORD = '', DEMO_MANAGER_PASSWORD = '', DEMO_ADMIN_PASSWORD = '' } = config;
  return seedDemoAccounts({ em: orm.em, passwords, now: now() }, [
    { email: 'customer@souk.example', name: 'Demo Customer', password: DEMO_CUSTOMER_PASSWORD, roles: ['CUSTOMER'] },
    {
      email: 'manager@souk.example',
      name: 'Demo Manager',
      password: DEMO_MANAGER_PASSWORD,
      roles: ['CUSTOMER', 'MANAGER'],
    },
    {
      email: 'admin@souk.example',
      name: 'Demo Admin',
      password: DEMO_ADMIN_PASSWORD,
      roles: ['CUSTOMER', 'SUPERADMIN'],
    },
  ]);
}
