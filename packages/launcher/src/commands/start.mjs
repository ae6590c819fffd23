import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.mjs';
import { runSession } from '../session/run-session.mjs';
import { superviseUntilStopped } from '../session/supervise.mjs';
import { withStack } from '../stack/open-stack.mjs';
import { readPort } from '../stack/router-port.mjs';
import { showWelcome } from '../stack/welcome.mjs';
import { show } from '../terminal/report.mjs';
import { runMain } from './run-main.mjs';

const usage = `Starts the whole shop: servers, subgraphs, router. Ctrl-C stops it, a second Ctrl-C forces.

  npm start                     with a believable catalogue and demo sign-ins
  npm start -- --seed small     with two products and demo sign-ins
  npm start -- --seed none      empty

Environment
  PORT                          the router's port (4000)
  DATABASE_URL NATS_URL REDIS_URL
                                servers of your own instead of embedded ones; PostgreSQL 15 to 18 with a role
                                that may create databases and roles, NATS with JetStream, Redis
  STRIPE_SECRET_KEY STRIPE_WEBHOOK_SECRET
                                Stripe's test mode instead of the emulator
  OTEL_EXPORTER_OTLP_ENDPOINT   where traces go
  LOG_LEVEL                     of every process (info)
  SOUK_HOME                     where state lives (.local)
  SOUK_ONLY                     start only these parts, e.g. accounts,router; servers starts none of them`;

const seeds = ['none', 'small', 'demo'];

await runMain((args) => {
  const { seed, help } = readOptions(args);
  if (help) return show(usage);
  return runSession({ kind: 'shop', purpose: 'npm start' }, (session) =>
    withStack(session, { seed, routerPort: readPort(), only: process.env.SOUK_ONLY }, (stack) => {
      showWelcome(stack);
      return superviseUntilStopped(session, stack);
    }),
  );
});

function readOptions(args) {
  const { values } = parse(args);
  if (!seeds.includes(values.seed)) throw new PlainError(`--seed is one of ${seeds.join(', ')}, not ${values.seed}.`);
  return values;
}

function parse(args) {
  try {
    return parseArgs({ args, options: { seed: { type: 'string', default: 'demo' }, help: { type: 'boolean' } } });
  } catch (error) {
    throw new PlainError(`${error.message}\n\n${usage}`);
  }
}
