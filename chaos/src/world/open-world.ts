import path from 'node:path';
import {
  bundleParts,
  createDatabases,
  databaseNames,
  databaseOf,
  emptyChaosHome,
  locateFakeTime,
  openSecrets,
  type Part,
  partTable,
  type Session,
  type StackContext,
  stackContext,
  urlFor,
} from '@souk/launcher/harness';
import type { Random } from '../random.js';
import type { Progress } from '../report/progress.js';
import { Afterlife } from './afterlife.js';
import { checkpoint } from './checkpoint.js';
import { FaultControl } from './fault-control.js';
import { LivingWorld } from './living-world.js';
import { PartProcess } from './part-process.js';
import { Proxies } from './proxies.js';
import { ServerProcess } from './server-process.js';
import type { World } from './world.js';

export interface WorldOptions {
  session: Session;
  random: Random;
  /** Folder of plan.json, of the journals and of the report. */
  folder: string;
  progress: Progress;
  /** Whether some process is to see another time. */
  needsFakeTime: boolean;
  /** Told when a process cannot be started again. */
  onFailure: (error: unknown) => void;
}

/** Starts the whole shop anew, with next to nothing in it: people put their own goods on sale. It ends with the session. */
export async function openWorld(options: WorldOptions): Promise<LivingWorld> {
  const { session, folder, progress } = options;
  const { home, signal } = session;
  await session.tidy();
  await emptyChaosHome(home);
  const servers = await session.startServers(['postgres', 'nats', 'redis'], {
    onServer: ({ label, version }) => progress.note(`${label} ${version} is up`),
  });
  await createDatabases(servers['postgres']?.url ?? '', openSecrets(home).databasePasswords);
  const { programs } = await bundleParts({ signal });
  const context = await stackContext({ home, servers, seed: 'small', programs });
  const proxies = await Proxies.open(home, context);
  const faultControl = new FaultControl(path.join(folder, 'fault-points'));
  const afterlife = new Afterlife(options.random.fork('restarts'), faultControl, signal, options.onFailure);
  const parts = partTable.map(
    (part) =>
      new PartProcess(inThisWorld(part, faultControl), proxies.contextOf(part.name, context), session, afterlife),
  );
  await Promise.all(parts.map((part) => part.startUntilReady()));
  await checkpoint(servers['postgres']?.url ?? '');
  return new LivingWorld({
    world: addressesOf(context, folder),
    parts,
    servers: Object.values(servers).map((server) => new ServerProcess(server, session, afterlife)),
    proxies,
    faultControl,
    afterlife,
    fakeTimeLibrary: options.needsFakeTime ? await locateFakeTime(home, signal) : null,
  });
}

/** What is otherwise here than in a shop that people visit. */
const ownEnvironment: Readonly<Record<string, Record<string, string>>> = {
  // Every mail of a run is looked at when it is over.
  'mail-inbox': { KEEP_MESSAGES: '100000' },
  // Nothing can go wrong while an order only waits for its time: rest should not wait with it.
  orders: { COMPLETE_AFTER_SECONDS: '2' },
};

function inThisWorld(part: Part, faultControl: FaultControl): Part {
  const own = { ...faultControl.environmentOf(part.name), ...ownEnvironment[part.name] };
  return { ...part, environment: (context) => ({ ...part.environment(context), ...own }) };
}

function addressesOf(context: StackContext, folder: string): World {
  const { ports, servers, secrets, home } = context;
  const at = (name: string) => `http://127.0.0.1:${ports[name]}`;
  return {
    endpoint: `${at('router')}/graphql`,
    socketEndpoint: `ws://127.0.0.1:${ports['router']}/graphql`,
    databases: Object.fromEntries(databaseNames.map((name) => [name, ownerUrl(name, context)])),
    natsUrl: servers['nats']?.url ?? '',
    redisUrl: servers['redis']?.url ?? '',
    stripeEmulatorUrl: at('stripe-emulator'),
    mailInboxUrl: at('mail-inbox'),
    carrierEmulatorUrl: at('carrier-emulator'),
    signIns: {
      customer: { email: 'customer@souk.example', password: secrets.demoCustomerPassword },
      manager: { email: 'manager@souk.example', password: secrets.demoManagerPassword },
      admin: { email: 'admin@souk.example', password: secrets.demoAdminPassword },
    },
    logs: home.log,
    folder,
  };
}

function ownerUrl(name: string, { servers, secrets }: StackContext): string {
  const { owner, database } = databaseOf(name);
  const password = secrets.databasePasswords[name]?.owner ?? '';
  return urlFor(servers['postgres']?.url ?? '', { user: owner, password, database });
}
