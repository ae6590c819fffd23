import { setTimeout as delay } from 'node:timers/promises';
import type { Afterlife } from './afterlife.js';
import type { FaultControl } from './fault-control.js';
import type { PartProcess } from './part-process.js';
import type { Proxies } from './proxies.js';
import type { ServerProcess } from './server-process.js';
import type { World } from './world.js';

export interface LivingWorldParts {
  world: World;
  parts: readonly PartProcess[];
  servers: readonly ServerProcess[];
  proxies: Proxies;
  faultControl: FaultControl;
  afterlife: Afterlife;
  /** With which a process sees another time; null when the plan needs none, or it cannot be had. */
  fakeTimeLibrary: string | null;
}

const wholeWithinMs = 120_000;
const pollMs = 100;

/** The running shop as faults see it: every process and every connection of it. */
export class LivingWorld {
  readonly world: World;
  readonly parts: ReadonlyMap<string, PartProcess>;
  readonly servers: ReadonlyMap<string, ServerProcess>;
  readonly proxies: Proxies;
  readonly faultControl: FaultControl;
  readonly afterlife: Afterlife;
  readonly fakeTimeLibrary: string | null;

  constructor({ parts, servers, ...others }: LivingWorldParts) {
    this.world = others.world;
    this.parts = new Map(parts.map((part) => [part.name, part]));
    this.servers = new Map(servers.map((server) => [server.name, server]));
    this.proxies = others.proxies;
    this.faultControl = others.faultControl;
    this.afterlife = others.afterlife;
    this.fakeTimeLibrary = others.fakeTimeLibrary;
  }

  /** A part or a server. @throws {Error} when there is none of that name. */
  process(name: string): PartProcess | ServerProcess {
    const found = this.parts.get(name) ?? this.servers.get(name);
    if (found) return found;
    throw new Error(
      `There is no process ${name}; there are ${[...this.parts.keys(), ...this.servers.keys()].join(', ')}.`,
    );
  }

  part(name: string): PartProcess {
    const found = this.parts.get(name);
    if (found) return found;
    throw new Error(`There is no part ${name}; there are ${[...this.parts.keys()].join(', ')}.`);
  }

  /** Ends every trouble, and resolves when every process is up and ready. @throws {Error} when one does not come back. */
  async heal(): Promise<void> {
    this.proxies.healAll();
    for (const name of this.parts.keys()) this.faultControl.disarm(name);
    for (const frozen of [...this.servers.values(), ...this.parts.values()]) frozen.thaw();
    for (const deadline = Date.now() + wholeWithinMs; ; await delay(pollMs)) {
      const missing = await this.notReady();
      if (missing.length === 0) return;
      if (Date.now() > deadline)
        throw new Error(`After ${wholeWithinMs / 1_000} s without faults there is still no ${missing.join(', ')}.`);
    }
  }

  private async notReady(): Promise<string[]> {
    const parts = [...this.parts.values()];
    const answers = await Promise.all(parts.map((part) => part.isReady()));
    const servers = [...this.servers.values()].filter(({ isUp }) => !isUp);
    return [...parts.filter((_part, index) => !answers[index]), ...servers].map(({ name }) => name);
  }
}
