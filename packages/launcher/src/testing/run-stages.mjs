import { PlainError } from '../plain-error.mjs';
import { complain, report, seconds, show } from '../terminal/report.mjs';
import { addCounts, oneFailed } from './counts.mjs';

/** Runs the stages one after the other and tells each one's time and counts; gives back the sum. */
export async function runStages(stages, state) {
  const results = new Map();
  for (const stage of stages) {
    const missing = stage.needs.filter((name) => results.get(name)?.failed > 0);
    results.set(stage.name, missing.length > 0 ? notRun(stage, missing) : await runStage(stage, state));
  }
  return addCounts([...results.values()]);
}

async function runStage(stage, state) {
  show('', `── ${stage.title} ${'─'.repeat(Math.max(0, 60 - stage.title.length))}`);
  const began = performance.now();
  const counts = await stage.run(state).catch((error) => failed(error, state.session));
  report(`${stage.title}: ${counts.passed} passed, ${counts.failed} failed, in ${seconds(performance.now() - began)}`);
  return counts;
}

// One stage's failure must not hide what the others find; only a stop request ends the run.
function failed(error, session) {
  if (session.signal.aborted) throw error;
  for (const each of error.errors ?? [error]) complain(each instanceof PlainError ? each.message : each.stack);
  return oneFailed;
}

function notRun(stage, missing) {
  report(`${stage.title}: not run, for ${missing.join(' and ')} failed`);
  return oneFailed;
}
