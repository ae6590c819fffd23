import { runMain } from '../packages/launcher/src/commands/run-main.mjs';
import { compile } from '../packages/launcher/src/compile.mjs';
import { show } from '../packages/launcher/src/terminal/report.mjs';

await runMain(async () => {
  const { compiled } = await compile();
  show(`${compiled.length} files compiled.`);
});
