import { PlainError } from '../plain-error.mjs';
import { complain, report, seconds, show } from '../terminal/report.mjs';
import { oneFailed } from './counts.mjs';

const ruleLength = 60;

/** Runs the stages one after the other, tells how each went, and gives back { title, passed, failed, tookMs } of each. */
export async function runStages(stages, state) {
  const results = new Map();
  for (const stage of stages) {
    const missing = stage.needs.filter((name) => results.get(name)?.failed > 0);
    results.set(stage.name, missing.length > 0 ? notRun(stage, missing) : await runStage(stage, state));
    report(describeResult(results.get(stage.name)));
  }
  return [...results.values()];
}

/** One stage's result in a line. */
export function describeResult({ title, passed, failed, tookMs, remark = '' }) {
  return `${title.padEnd(26)} ${passed} passed, ${failed} failed, in ${seconds(tookMs)}${remark}`;
}

async function runStage(stage, state) {
  show('', `── ${stage.title} ${'─'.repeat(Math.max(0, ruleLength - stage.title.length))}`);
  const began = performance.now();
  const counts = await stage.run(state).catch((error) => failed(error, state.session));
  return { title: stage.title, ...counts, tookMs: performance.now() - began };
}

// One stage's failure must not hide what the others find; only a stop request ends the run.
function failed(error, session) {
  if (session.signal.aborted) throw error;
  for (const each of error.errors ?? [error]) complain(each instanceof PlainError ? each.message : each.stack);
  return oneFailed;
}

function notRun({ title }, missing) {
  return { title, ...oneFailed, tookMs: 0, remark: ` (not run, for ${missing.join(' and ')} failed)` };
}
