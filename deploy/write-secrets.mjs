import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../packages/launcher/src/checkout.mjs';
import { runMain } from '../packages/launcher/src/commands/run-main.mjs';
import { databaseNames } from '../packages/launcher/src/databases/database-names.mjs';
import { makeSecrets, randomText } from '../packages/launcher/src/home/secrets.mjs';
import { PlainError } from '../packages/launcher/src/plain-error.mjs';
import { show } from '../packages/launcher/src/terminal/report.mjs';
import { passwordVariables } from './password-variables.mjs';

const heading = '# Random secrets of one installation, read by docker-compose.yml. They cannot be made again.';

await runMain(([file = path.join(checkoutFolder, '.env')]) => {
  const lines = Object.entries(composeSecrets()).map(([name, value]) => `${name}='${value}'`);
  writeNew(file, `${[heading, ...lines].join('\n')}\n`);
  show(`${file} holds ${lines.length} new secrets, readable by you only.`);
});

function composeSecrets() {
  const secrets = makeSecrets();
  return {
    POSTGRES_PASSWORD: randomText(24),
    // NATS reads it as a word of its configuration, and what begins with a digit might be a number there.
    NATS_PASSWORD: `nats_${randomText(24)}`,
    REDIS_PASSWORD: randomText(24),
    ASSERTION_PUBLIC_KEY: JSON.stringify(secrets.assertionPublicKey),
    ASSERTION_PRIVATE_KEY: JSON.stringify(secrets.assertionPrivateKey),
    SIGNING_KEY_SECRET: secrets.signingKeySecret,
    STRIPE_SECRET_KEY: secrets.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
    CARRIER_API_KEY: secrets.carrierApiKey,
    DEMO_CUSTOMER_PASSWORD: secrets.demoCustomerPassword,
    DEMO_MANAGER_PASSWORD: secrets.demoManagerPassword,
    DEMO_ADMIN_PASSWORD: secrets.demoAdminPassword,
    ...Object.assign({}, ...databaseNames.map((name) => passwordsOf(name, secrets))),
  };
}

function passwordsOf(name, { databasePasswords }) {
  const { owner, app } = passwordVariables(name);
  return { [owner]: databasePasswords[name].owner, [app]: databasePasswords[name].app };
}

// The databases were made with the old secrets: writing new ones over them would lock everybody out.
function writeNew(file, text) {
  try {
    fs.writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    throw new PlainError(`${file} exists and is left as it is: servers that run with it know no other secrets.`);
  }
}
