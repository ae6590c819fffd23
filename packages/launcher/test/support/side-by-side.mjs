import { countStatus } from '../../src/testing/counts.mjs';
import { runStages } from '../../src/testing/run-stages.mjs';
import { runTool } from '../../src/testing/run-tool.mjs';

/** A program: three stages that take one core and write much. The first two wait for each other, the second fails. */
const session = { signal: new AbortController().signal, addPart() {}, removePart() {} };
let tellBoth;
const bothHaveBegun = new Promise((resolve) => {
  tellBoth = resolve;
});
let begun = 0;
let underWay = 0;
let mostAtOnce = 0;

const stages = [stageOf('one', 0), stageOf('two', 1), stageOf('three', 0)];
const results = await runStages(stages, { session });
process.stdout.write(`${JSON.stringify({ mostAtOnce, failed: results.map(({ failed }) => failed) })}\n`);

function stageOf(name, status) {
  return { name, title: name, needs: [], leavesRoom: true, run: (state) => run(state, name, status) };
}

async function run(state, name, status) {
  underWay += 1;
  mostAtOnce = Math.max(mostAtOnce, underWay);
  begun += 1;
  if (begun === 2) tellBoth();
  await bothHaveBegun;
  const counts = countStatus(
    await runTool(state, { command: process.execPath, args: ['--eval', writer(name, status)] }),
  );
  underWay -= 1;
  return counts;
}

function writer(name, status) {
  return `
    let left = 40;
    const write = () => {
      (left % 2 ? console.log : console.error)('output of ${name}');
      left -= 1;
      if (left > 0) setImmediate(write);
    };
    write();
    process.exitCode = ${status};`;
}
