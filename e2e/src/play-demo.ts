import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../packages/demo/dist/src/main.js', import.meta.url));

export interface DemoRun {
  exitCode: number;
  /** What it told, step by step. */
  steps: { what: string; detail: string }[];
  complaint: string;
}

/** Plays the demo as `npm run demo -- …` does, against the shop whose journeys are tested. */
export async function playDemo(...options: string[]): Promise<DemoRun> {
  const demo = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, complaint, [exitCode]] = await Promise.all([
    text(demo.stdout),
    text(demo.stderr),
    once(demo, 'close'),
  ]);
  const lines = output.split('\n').filter((line) => line !== '');
  return { exitCode, steps: lines.map(toStep), complaint };
}

/** The first column is twelve wide. */
function toStep(line: string) {
  return { what: line.slice(0, 12).trim(), detail: line.slice(12).trim() };
}
