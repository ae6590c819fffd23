import { runSession } from '../session/run-session.mjs';
import { show } from '../terminal/report.mjs';
import { chooseStages } from '../testing/choose-stages.mjs';
import { addCounts } from '../testing/counts.mjs';
import { describeResult, runStages } from '../testing/run-stages.mjs';
import { stageTable } from '../testing/stage-table.mjs';
import { runMain } from './run-main.mjs';

const usage = `Checks everything, on servers of its own beside a running shop. The last line is the sum.

  npm test                          all stages
  npm test -- types unit            these stages and what they need
  npm test -- unit subgraphs/cart   only tests whose path matches

Stages
${stageTable.map(({ name, title }) => `  ${name.padEnd(12)} ${title}`).join('\n')}`;

await runMain(async (args) => {
  if (args.includes('--help')) return show(usage);
  const { stages, patterns } = chooseStages(args);
  let results;
  const status = await runSession({ kind: 'test', purpose: 'npm test' }, async (session) => {
    results = await runStages(stages, { session, environment: {}, patterns });
  });
  return results ? conclude(results) : status;
});

function conclude(results) {
  const { passed, failed } = addCounts(results);
  show('', ...results.map((result) => `  ${describeResult(result)}`), '', `${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
