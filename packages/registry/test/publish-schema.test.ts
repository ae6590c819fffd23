import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { writeAll } from './git-repository.js';
import type { Ended } from './scratch-repository.js';

const run = promisify(execFile);
const workflow = join(import.meta.dirname, '../../../.github/workflows/publish-schema.yml');
const { jobs } = parse(await readFile(workflow, 'utf8')) as { jobs: Record<string, { steps: { run?: string }[] }> };

/** Stands for npx: tells what it was asked for, and refuses whatever names the cart. */
const npx = 'npx() { echo "npx $*"; case "$*" in *cart.graphql*) return 1;; esac; }';
const folder = await mkdtemp(join(tmpdir(), 'souk-publish-'));
await writeAll(folder, { 'schema/subgraphs/orders.graphql': '', 'schema/subgraphs/shop.graphql': '' });
afterAll(() => rm(folder, { recursive: true }));

describe.each([
  { job: 'graphos', variable: 'APOLLO_GRAPH_REF', service: 'GraphOS' },
  { job: 'hive', variable: 'HIVE_TARGET', service: 'Hive' },
])('the job $job', ({ job, variable, service }) => {
  const publish = async (value: string): Promise<Ended> => {
    const script = jobs[job]?.steps.find((step) => step.run)?.run ?? '';
    try {
      const said = await run('bash', ['-e', '-c', `${npx}\n${variable}=${value}\n${script}`], { cwd: folder });
      return { code: 0, ...said };
    } catch (error) {
      return error as Ended;
    }
  };

  test('says which variable is missing, and sends nothing', async () => {
    const { code, stdout } = await publish('');
    expect(stdout).toMatch(new RegExp(`^::error::.* variable ${variable} is not\\. Name .*\\n$`));
    expect(code).toBe(1);
  });

  test('publishes every subgraph', async () => {
    const { code, stdout } = await publish('souk');
    expect(stdout.match(/^npx .*\.graphql/gm)).toHaveLength(2);
    expect(code).toBe(0);
  });

  test('goes on behind a subgraph that is not taken, and says which it was', async () => {
    await writeAll(folder, { 'schema/subgraphs/cart.graphql': '' });
    const { code, stdout } = await publish('souk');
    await rm(join(folder, 'schema/subgraphs/cart.graphql'));
    expect(stdout.match(/^npx /gm)).toHaveLength(3);
    expect(stdout).toContain(`::error::${service} did not take: cart. `);
    expect(code).toBe(1);
  });
});
