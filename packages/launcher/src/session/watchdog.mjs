import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./watchdog-main.mjs', import.meta.url));

/**
 * A process that reads a pipe only we write to. When we die, however suddenly, the pipe ends, and it stops
 * what we started. When it dies itself, another one takes its place.
 */
export class Watchdog {
  #child;
  #started = { parts: [], servers: {} };
  #isDismissed = false;

  constructor(home) {
    this.home = home;
    this.#spawn();
  }

  get pid() {
    return this.#child.pid;
  }

  /** Tells which parts and servers to stop in our place. */
  guard(started) {
    this.#started = started;
    this.#tell();
  }

  /** We have stopped everything ourselves. */
  dismiss() {
    this.#isDismissed = true;
    this.#child.stdin.end('bye\n');
  }

  #spawn() {
    const log = fs.openSync(path.join(this.home.log, 'watchdog.log'), 'a');
    this.#child = spawn(process.execPath, [program, this.home.kind, String(process.pid)], {
      detached: true,
      stdio: ['pipe', log, log],
      cwd: '/',
      env: { ...process.env, SOUK_HOME: this.home.folder, SOUK_BINARIES: this.home.binaries },
    });
    fs.closeSync(log);
    this.#child.unref();
    this.#child.stdin.unref();
    // Writing to a watchdog that has just died fails; its replacement is told the same.
    this.#child.stdin.on('error', () => {});
    this.#child.once('exit', () => this.#replace());
  }

  #replace() {
    if (this.#isDismissed) return;
    this.#spawn();
    this.#tell();
  }

  #tell() {
    this.#child.stdin.write(`${JSON.stringify(this.#started)}\n`);
  }
}
