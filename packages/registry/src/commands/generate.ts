import { runCommand } from './run-command.js';

const usage = `Writes what is made from code: schema/ and docs/api/.

  npm run generate               writes what is not current
  npm run generate -- --check    writes nothing, and refuses what is not current`;

await runCommand({
  usage,
  options: { check: { type: 'boolean', default: false } },
  run: async ({ root, values: { check } }) => {
    const { generateWorkTree } = await import('../generate-work-tree.js');
    const { hints, drift } = await generateWorkTree(root, { writes: !check });
    const text = [...hints.map((hint) => `hint: ${hint}`), ...(check ? checked(drift) : written(drift))].join('\n');
    return { text, isRefused: check && drift.length > 0 };
  },
});

function checked(drift: readonly string[]): string[] {
  if (drift.length === 0) return [`Everything generated is current (${seconds()}).`];
  return [`Not what the code says (${seconds()}):`, ...drift, 'To mend it: npm run generate'];
}

function written(drift: readonly string[]): string[] {
  return drift.length === 0
    ? [`Everything generated was current (${seconds()}).`]
    : [`Written (${seconds()}):`, ...drift];
}

function seconds(): string {
  return `${(performance.now() / 1_000).toFixed(1)} s`;
}
