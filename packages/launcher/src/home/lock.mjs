import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { identify, isAlive } from '../processes/identity.mjs';
import { poll } from '../processes/poll.mjs';
import { readJson } from './json-file.mjs';

const defaultTimeoutMs = 300_000;
const pollMs = 50;

/**
 * Runs the work while nobody else holds the lock file. A dead holder's lock is taken over. Options: onWait is
 * told who holds it, timeoutMs says for how long to wait, onTimeout makes the error for when that was too short.
 */
export async function withLock(file, work, options = {}) {
  await acquire(file, options);
  try {
    return await work();
  } finally {
    release(file);
  }
}

async function acquire(file, { onWait, onTimeout = heldTooLong, signal, timeoutMs = defaultTimeoutMs }) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let hasWaited = false;
  const attempt = () => {
    if (create(file)) return true;
    takeOverFromTheDead(file);
    if (!hasWaited) onWait?.(readJson(file)?.pid);
    hasWaited = true;
    return false;
  };
  if (attempt()) return;
  if (await poll(attempt, { timeoutMs, signal, everyMs: pollMs })) return;
  throw onTimeout(readJson(file)?.pid, file);
}

function heldTooLong(pid, file) {
  return new PlainError(`Process ${pid} has held ${file} for too long. Stop it, then try again.`);
}

// The content is complete before the name appears: a lock that can be seen always names its holder.
function create(file) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(identify(process.pid)));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

// Two launchers may find the same dead holder; only the one that holds the breaker may remove its lock.
function takeOverFromTheDead(file) {
  if (isAlive(readJson(file))) return;
  const breaker = `${file}.breaker`;
  if (!create(breaker)) {
    if (!isAlive(readJson(breaker))) fs.rmSync(breaker, { force: true });
    return;
  }
  if (!isAlive(readJson(file))) fs.rmSync(file, { force: true });
  fs.rmSync(breaker, { force: true });
}

function release(file) {
  if (readJson(file)?.pid === process.pid) fs.rmSync(file, { force: true });
}
