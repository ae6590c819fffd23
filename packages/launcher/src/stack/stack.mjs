import fs from 'node:fs';
import { endOfLog, logFileOf } from '../home/logs.mjs';
import { PlainError } from '../plain-error.mjs';
import { isAlive } from '../processes/identity.mjs';
import { stopPart } from '../processes/stop-part.mjs';
import { spawnPart, waitUntilReady } from './part-process.mjs';

const restartsAllowed = 3;
const restartWindowMs = 60_000;

/** The running parts: starts them, restarts them, notices when one dies. */
export class Stack {
  #processes = new Map();
  #changing = new Set();
  #deaths = new Map();

  constructor(session, parts, context) {
    this.session = session;
    this.parts = parts;
    this.context = context;
  }

  /** Starts all parts side by side. The first failure makes us stop waiting for the others. */
  async start(onReady) {
    const group = new AbortController();
    const signal = AbortSignal.any([this.session.signal, group.signal]);
    const startOne = (part) => {
      fs.rmSync(logFileOf(this.context.home, part.name), { force: true });
      return this.startPart(part, { onReady, signal }).catch((error) => {
        if (!signal.aborted) group.abort();
        else if (error === signal.reason) return;
        throw error;
      });
    };
    const outcomes = await Promise.allSettled(this.parts.map(startOne));
    this.session.signal.throwIfAborted();
    const failures = outcomes.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
    if (failures.length > 0) throw new AggregateError(failures);
  }

  async startPart(part, { onReady, signal = this.session.signal }) {
    const began = performance.now();
    this.#changing.add(part.name);
    try {
      const identity = await spawnPart(part, this.context);
      this.#processes.set(part.name, identity);
      this.session.addPart(part.name, identity);
      await waitUntilReady(part, identity, { context: this.context, signal });
      onReady?.({ ...this.describe(part), how: `process ${identity.pid}`, tookMs: performance.now() - began });
    } finally {
      this.#changing.delete(part.name);
    }
  }

  /** The parts that have a process, by name. */
  get processes() {
    const running = this.parts.filter(({ name }) => this.#processes.has(name));
    return Object.fromEntries(running.map((part) => [part.name, this.describe(part)]));
  }

  describe({ name }) {
    const url = `http://127.0.0.1:${this.context.ports[name]}`;
    return { label: name, url, ...this.#processes.get(name) };
  }

  /** Starts a part anew. One that does not come up is left out until it is restarted again. */
  async restartPart(part, onReady) {
    await this.stopPart(part);
    try {
      await this.startPart(part, { onReady });
    } catch (error) {
      await this.stopPart(part);
      throw error;
    }
  }

  async stopPart({ name }) {
    this.#changing.add(name);
    await stopPart({ name, ...this.#processes.get(name) });
    this.#processes.delete(name);
    this.session.removePart(name);
    this.#changing.delete(name);
  }

  async stop() {
    await Promise.all(this.parts.filter(({ name }) => this.#processes.has(name)).map((part) => this.stopPart(part)));
  }

  /**
   * Starts again what died since the last look.
   * @throws {PlainError} when a part keeps dying.
   */
  async revive(onDeath, onReady) {
    const dead = this.parts.filter(({ name }) => this.#hasDied(name));
    await Promise.all(dead.map((part) => this.#reviveOne(part, onDeath, onReady)));
  }

  async #reviveOne(part, onDeath, onReady) {
    onDeath(part.name, endOfLog(this.context.home, part.name));
    this.#countDeath(part.name);
    try {
      await this.startPart(part, { onReady });
    } catch (error) {
      // Dead again: the next look says so and counts it.
      if (!this.#hasDied(part.name)) throw error;
    }
  }

  #hasDied(name) {
    return this.#processes.has(name) && !this.#changing.has(name) && !isAlive(this.#processes.get(name));
  }

  #countDeath(name) {
    const recent = (this.#deaths.get(name) ?? []).filter((at) => performance.now() - at < restartWindowMs);
    this.#deaths.set(name, [...recent, performance.now()]);
    if (recent.length < restartsAllowed) return;
    throw new PlainError(`${name} died ${recent.length + 1} times within ${restartWindowMs / 1000} s; giving up.`);
  }
}
