import { portFor } from '../home/ports.mjs';
import { openSecrets } from '../home/secrets.mjs';
import { portNames } from './part-table.mjs';
import { stripeKeys } from './stripe-keys.mjs';

/** Everything the parts' environments are made of. programs: where parts lie that are bundled. */
export async function stackContext({ home, servers, seed, routerPort, programs }) {
  const secrets = openSecrets(home);
  const ports = {};
  for (const name of portNames) ports[name] = name === 'router' && routerPort ? routerPort : await portFor(home, name);
  return { home, servers, seed, secrets, ports, programs, stripe: stripeKeys(home, secrets) };
}
