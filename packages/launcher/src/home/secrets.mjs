import crypto from 'node:crypto';
import path from 'node:path';
import { databaseNames } from '../databases/database-names.mjs';
import { readJson, writeJson } from './json-file.mjs';

/** The home's secrets. What is missing is made at random, once, and kept readable by its owner only. */
export function openSecrets(home) {
  const file = path.join(home.folder, 'secrets.json');
  const kept = readJson(file, {});
  const secrets = { ...makeSecrets(), ...kept };
  if (Object.keys(secrets).length !== Object.keys(kept).length) writeJson(file, secrets);
  return secrets;
}

/** A new set of all secrets that a running system needs. */
export function makeSecrets() {
  return {
    ...makeAssertionKeys(),
    signingKeySecret: randomText(32),
    stripeSecretKey: `sk_test_${crypto.randomBytes(24).toString('hex')}`,
    stripeWebhookSecret: `whsec_${crypto.randomBytes(24).toString('hex')}`,
    carrierApiKey: randomText(24),
    demoCustomerPassword: randomText(12),
    demoManagerPassword: randomText(12),
    demoAdminPassword: randomText(12),
    databasePasswords: Object.fromEntries(
      databaseNames.map((name) => [name, { owner: randomText(24), app: randomText(24) }]),
    ),
  };
}

function makeAssertionKeys() {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
  return {
    assertionPublicKey: publicKey.export({ format: 'jwk' }),
    assertionPrivateKey: privateKey.export({ format: 'jwk' }),
  };
}

export function randomText(bytes) {
  return crypto.randomBytes(bytes).toString('base64url');
}
