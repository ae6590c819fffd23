import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { packageFolders } from '../compile/packages.mjs';
import { compile } from '../compile.mjs';
import { complain, report, reportReady } from '../terminal/report.mjs';
import { partsTouchedBy } from './touched-parts.mjs';

// Editors write a file in several steps; they are one change.
const settleMs = 150;
const watchedNames = ['src', 'migrations', 'events', 'questions'];

/** Watches the sources; compiles what changes and restarts the parts it touches. Gives back how to stop. */
export function restartOnChange(stack) {
  const changed = new Set();
  let timer;
  let turn = Promise.resolve();
  const apply = () => {
    const files = [...changed];
    changed.clear();
    turn = turn.then(() => compileAndRestart(stack, files)).catch((error) => complain(error.stack));
  };
  const stopWatching = watchSources((file) => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(apply, settleMs);
  });
  return () => {
    clearTimeout(timer);
    stopWatching();
    return turn;
  };
}

async function compileAndRestart(stack, changed) {
  const compiled = await compileOrComplain();
  const touched = partsTouchedBy([...compiled, ...changed.filter((file) => !file.endsWith('.ts'))], stack.parts);
  if (touched.length === 0) return;
  report(`Sources changed; restarting ${touched.map(({ name }) => name).join(', ')}`);
  const outcomes = await Promise.allSettled(touched.map((part) => stack.restartPart(part, reportReady)));
  for (const { reason } of outcomes) if (reason) complain(reason.message);
}

// A slip of the pen must not end the session: it is shown, and the next save is compiled again.
async function compileOrComplain() {
  try {
    const { compiled, removed } = await compile();
    return [...compiled, ...removed];
  } catch (error) {
    complain((error.errors ?? [error]).map(({ message }) => message).join('\n'));
    return [];
  }
}

function watchSources(onChange) {
  const folders = packageFolders().flatMap((folder) => watchedNames.map((name) => path.join(folder, name)));
  const watchers = folders.filter(exists).map((folder) => watch(folder, { recursive: true }, onChange));
  if (exists('schema')) watchers.push(watch('schema', {}, onChange));
  return () => {
    for (const watcher of watchers) watcher.close();
  };
}

function watch(folder, options, onChange) {
  return fs.watch(path.join(checkoutFolder, folder), options, (_event, file) => {
    if (isSource(file)) onChange(path.join(folder, file));
  });
}

function exists(folder) {
  return fs.existsSync(path.join(checkoutFolder, folder));
}

function isSource(file) {
  return file === 'supergraph.graphql' || (file?.endsWith('.ts') && !file.endsWith('.test.ts'));
}
