import { withLock } from '../home/lock.mjs';
import { endOfLog } from '../home/logs.mjs';
import { makeFolders } from '../home/open-home.mjs';
import { PlainError } from '../plain-error.mjs';
import { isAlive } from '../processes/identity.mjs';
import { send } from '../processes/stop-process.mjs';
import { startServers } from '../servers/start-servers.mjs';
import { sweepStrays } from '../servers/sweep-strays.mjs';
import { report } from '../terminal/report.mjs';
import { clearDeadHolders, joinHome, recordParts } from './holders.mjs';
import { lockOf, stopAfter } from './stop-after.mjs';
import { Watchdog } from './watchdog.mjs';

/** One launcher's stay in a home: from joining it to leaving nothing of its own behind. */
export class Session {
  #stopping = new AbortController();
  #parts = new Map();
  #servers = {};
  #watchdog;
  #onChange = () => {};

  constructor(home, purpose) {
    this.home = home;
    this.#watchdog = new Watchdog(home);
    joinHome(home, purpose);
  }

  /** Aborted once the launcher was asked to stop. */
  get signal() {
    return this.#stopping.signal;
  }

  get watchdogPid() {
    return this.#watchdog.pid;
  }

  /** The servers as they run now, by name. */
  get servers() {
    return { ...this.#servers };
  }

  requestStop() {
    this.#stopping.abort();
  }

  /** Calls the listener whenever a server or part has another process, or none. Gives back how to stop that. */
  watchProcesses(listener) {
    this.#onChange = listener;
    return () => {
      this.#onChange = () => {};
    };
  }

  /** Clears away what earlier launchers could not. */
  tidy(onWait) {
    const work = async () => {
      makeFolders(this.home);
      await clearDeadHolders(this.home);
      await sweepStrays(this.home);
    };
    return withLock(lockOf(this.home), work, { onWait, signal: this.signal });
  }

  /** Starts or adopts servers while nobody else does; gives them back by name. */
  async startServers(names, { onServer, onWait, waitFor }) {
    const work = () => startServers({ home: this.home, names, signal: this.signal, onServer, waitFor });
    const servers = await withLock(lockOf(this.home), work, { onWait, signal: this.signal });
    Object.assign(this.#servers, servers);
    this.#announce();
    return servers;
  }

  /** Starts again the servers of ours that died since the last look. */
  async reviveServers(onDeath, onServer) {
    const dead = Object.values(this.#servers).filter((server) => server.process && !isAlive(server.process));
    for (const server of dead) {
      onDeath(server.label, endOfLog(this.home, server.name));
      await this.startServers([server.name], { onServer });
      if (this.#servers[server.name].url !== server.url)
        throw new PlainError(`${server.label} could not come back at ${server.url}.`);
    }
  }

  /** Remembers a process that must not outlive us. */
  addPart(name, identity) {
    this.#parts.set(name, identity);
    this.#recordParts();
  }

  removePart(name) {
    this.#parts.delete(name);
    this.#recordParts();
  }

  /** Kills our parts instead of asking them. */
  killParts() {
    for (const [name, part] of this.#parts)
      if (send(part, 'SIGKILL')) report(`${name} (process ${part.pid}) was killed.`);
  }

  /** Stops our parts and, if nobody else uses them, the servers. Gives back who still does. */
  async close() {
    this.requestStop();
    const others = await stopAfter({ home: this.home, pid: process.pid, ...this.#started() });
    this.#watchdog.dismiss();
    return others;
  }

  #recordParts() {
    recordParts(this.home, this.#started().parts);
    this.#announce();
  }

  #announce() {
    this.#watchdog.guard(this.#started());
    this.#onChange();
  }

  #started() {
    const own = Object.values(this.#servers).filter((server) => server.process);
    return {
      parts: [...this.#parts].map(([name, identity]) => ({ name, ...identity })),
      servers: Object.fromEntries(own.map((server) => [server.name, server.process])),
    };
  }
}
