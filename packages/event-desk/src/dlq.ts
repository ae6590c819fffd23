import { parseDlq } from './command-line.js';
import { workOnDeadLetters } from './dead-letters.js';
import { runCommand } from './run-command.js';

const usage = `Works on events that could not be handled, beside the running shop (npm start).

  npm run dlq -- list                               what is dead, newest first
      --subgraph orders  --consumer …  --group …    only some; a group is what failed for one cause
      --status REDRIVEN | DISCARDED | ALL           instead of what is dead     --limit 50
  npm run dlq -- show --id orders-12                all that is known of one
  npm run dlq -- redrive --id orders-12             handles it once more, and what waits for it
  npm run dlq -- redrive --group …                  all of a group, or of --consumer or --subgraph; oldest first
  npm run dlq -- discard --id orders-12 --reason "…"
                                                    gives it up for good, and handles what waits for it`;

await runCommand(usage, parseDlq, workOnDeadLetters);
