import { stageTable } from './stage-table.mjs';

const names = stageTable.map(({ name }) => name);

/** Splits a command line into stages and test-path patterns: `unit subgraphs/orders`. No stage means all. */
export function chooseStages(args) {
  const chosen = args.filter((argument) => names.includes(argument));
  const patterns = args.filter((argument) => !names.includes(argument));
  const wanted = withNeeds(chosen.length > 0 ? chosen : names);
  return { stages: stageTable.filter(({ name }) => wanted.has(name)), patterns };
}

function withNeeds(chosen) {
  const wanted = new Set();
  const add = (name) => {
    wanted.add(name);
    for (const need of stageTable.find((stage) => stage.name === name).needs) add(need);
  };
  for (const name of chosen) add(name);
  return wanted;
}
