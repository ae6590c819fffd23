import { PlainError } from '../plain-error.mjs';
import { complain, report, seconds, show } from '../terminal/report.mjs';
import { oneFailed } from './counts.mjs';

const ruleLength = 60;
const mostSideBySide = 2;

/**
 * Runs the stages in their order, tells how each went, and gives back { title, passed, failed, tookMs } of each.
 * Neighbours that leave room run two at a time; what they write is held back until they end, then shown whole.
 */
export async function runStages(stages, state) {
  const results = new Map();
  for (const group of groupsOf(stages)) {
    if (group.length > 1) await runSideBySide(group, state, results);
    else await runAlone(group[0], state, results);
  }
  return stages.map(({ name }) => results.get(name));
}

/** One stage's result in a line. */
export function describeResult({ title, passed, failed, tookMs, remark = '' }) {
  return `${title.padEnd(26)} ${passed} passed, ${failed} failed, in ${seconds(tookMs)}${remark}`;
}

function groupsOf(stages) {
  const groups = [];
  for (const stage of stages) {
    const last = groups.at(-1);
    if (last?.every((other) => mayRunBeside(stage, other))) last.push(stage);
    else groups.push([stage]);
  }
  return groups;
}

function mayRunBeside(stage, earlier) {
  return stage.leavesRoom && earlier.leavesRoom && !stage.needs.includes(earlier.name);
}

async function runSideBySide(group, state, results) {
  show('', ruled(group.map(({ title }) => title).join(', ')));
  const waiting = [...group];
  const runOneAfterTheOther = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) await runHeldBack(stage, state, results);
  };
  await Promise.all(Array.from({ length: mostSideBySide }, runOneAfterTheOther));
}

async function runHeldBack(stage, state, results) {
  const held = [];
  const result = await resultOf(stage, { ...state, onOutput: (text) => held.push(text) }, results);
  results.set(stage.name, result);
  show('', ruled(stage.title), ...(held.length > 0 ? [held.join('').trimEnd()] : []));
  report(describeResult(result));
}

async function runAlone(stage, state, results) {
  show('', ruled(stage.title));
  const result = await resultOf(stage, state, results);
  results.set(stage.name, result);
  report(describeResult(result));
}

async function resultOf(stage, state, results) {
  const missing = stage.needs.filter((name) => results.get(name)?.failed > 0);
  return missing.length > 0 ? notRun(stage, missing) : runStage(stage, state);
}

async function runStage(stage, state) {
  const began = performance.now();
  const counts = await stage.run(state).catch((error) => failed(error, state));
  return { title: stage.title, ...counts, tookMs: performance.now() - began };
}

// One stage's failure must not hide what the others find; only a stop request ends the run.
function failed(error, { session, onOutput }) {
  if (session.signal.aborted) throw error;
  const tell = onOutput ? (text) => onOutput(`${text}\n`) : complain;
  for (const each of error.errors ?? [error]) tell(each instanceof PlainError ? each.message : each.stack);
  return oneFailed;
}

function notRun({ title }, missing) {
  return { title, ...oneFailed, tookMs: 0, remark: ` (not run, for ${missing.join(' and ')} failed)` };
}

function ruled(title) {
  return `── ${title} ${'─'.repeat(Math.max(0, ruleLength - title.length))}`;
}
