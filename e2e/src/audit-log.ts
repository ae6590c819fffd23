import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { config } from './config.js';

const program = fileURLToPath(new URL('../../packages/auditor/dist/src/verify.js', import.meta.url));
const stackSchema = z.object({
  environments: z.record(z.string(), z.object({ DATABASE_OWNER_URL: z.string().optional() })),
});
const reportsSchema = z.array(
  z.object({
    subgraph: z.string(),
    entries: z.number(),
    isWhole: z.boolean(),
    keepers: z.array(z.string()),
    break: z.object({ seq: z.number(), fault: z.string() }).nullable(),
  }),
);

export interface Verification {
  exitCode: number;
  reports: z.infer<typeof reportsSchema>;
}

/** Verifies the chains as `npm run audit:verify -- --json …` does. */
export async function verifyAuditLog(...options: string[]): Promise<Verification> {
  const command = spawn(process.execPath, [program, '--json', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [exitCode]] = await Promise.all([text(command.stdout), once(command, 'close')]);
  return { exitCode, reports: reportsSchema.parse(JSON.parse(output)) };
}

/** Does something with a subgraph's database as the owner of its tables. */
export async function asOwnerOf<Result>(
  subgraph: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const { environments } = stackSchema.parse(JSON.parse(readFileSync(config.SOUK_STACK_FILE, 'utf8')));
  const client = new pg.Client({ connectionString: environments[subgraph]?.DATABASE_OWNER_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface WrittenEntry {
  actor: string;
  action: string;
}

/** What stands in a subgraph's audit log about something, oldest first. */
export function entriesAbout(subgraph: string, subject: string): Promise<WrittenEntry[]> {
  return asOwnerOf(subgraph, async (client) => {
    const { rows } = await client.query<WrittenEntry>(
      'select actor, action from audit_entry where subject = $1 order by id',
      [subject],
    );
    return rows;
  });
}
