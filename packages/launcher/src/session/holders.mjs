import fs from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from '../home/json-file.mjs';
import { identify, isAlive } from '../processes/identity.mjs';
import { stopPart } from '../processes/stop-part.mjs';

/** A holder is a launcher that uses the home's servers. They stop when the last holder leaves. */
export function joinHome(home, purpose) {
  writeHolder(home, { ...identify(process.pid), purpose, parts: [] });
}

/** Writes down the processes this holder started, for whoever has to clean up after it. */
export function recordParts(home, parts) {
  writeHolder(home, { ...readHolder(home, process.pid), ...identify(process.pid), parts });
}

export function leaveHome(home, pid) {
  fs.rmSync(fileOf(home, pid), { force: true });
}

export function otherHolders(home, pid) {
  return allHolders(home).filter((holder) => holder.pid !== pid && isAlive(holder));
}

/** Stops what dead launchers left running and forgets them. */
export async function clearDeadHolders(home) {
  for (const holder of allHolders(home).filter((candidate) => !isAlive(candidate))) {
    await Promise.all((holder.parts ?? []).map(stopPart));
    leaveHome(home, holder.pid);
  }
}

function allHolders(home) {
  if (!fs.existsSync(home.holders)) return [];
  const files = fs.readdirSync(home.holders).filter((name) => name.endsWith('.json'));
  return files.map((name) => readHolder(home, name.replace('.json', ''))).filter(Boolean);
}

function readHolder(home, pid) {
  return readJson(fileOf(home, pid));
}

function writeHolder(home, holder) {
  fs.mkdirSync(home.holders, { recursive: true });
  writeJson(fileOf(home, holder.pid), holder);
}

function fileOf(home, pid) {
  return path.join(home.holders, `${pid}.json`);
}
