import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { anOperation, withoutWeight } from '../../test/scratch-files.js';
import { scratchRepository } from '../../test/scratch-repository.js';

jest.setTimeout(60_000);

const model = await scratchRepository();
afterAll(() => model.remove());

describe('the accepted revision', () => {
  /** A branch that breaks something, and says in `accepted.json` that it is accepted. */
  async function aBranchThatAcceptsItself() {
    const clone = await model.copy({
      ...withoutWeight,
      'schema/operations/demo/weight.graphql': 'query Weight { product { name } }\n',
    });
    await clone.git('branch', '--force', 'main');
    await clone.git('checkout', '--quiet', '-b', 'work');
    await clone.run('generate');
    const revision = await clone.commit();
    await clone.write({ 'schema/accepted.json': JSON.stringify({ revision }) });
    await clone.commit();
    return { clone, revision };
  }

  test.concurrent('must be part of the base that a branch goes into', async () => {
    const { clone, revision } = await aBranchThatAcceptsItself();
    const { code, stdout } = await clone.run('schema-check', '--base', 'main');
    expect(stdout).toContain('schema/accepted.json  ACCEPTED_NOT_LANDED');
    expect(stdout).toContain(`It names ${revision.slice(0, 12)}, which is not part of the base main:`);
    expect(code).toBe(1);
  });

  test.concurrent('that is not part of main is worth a warning without a base', async () => {
    const { clone } = await aBranchThatAcceptsItself();
    const { code, stdout } = await clone.run('schema-check');
    expect(stdout).toContain('schema/accepted.json  ACCEPTED_NOT_LANDED');
    expect(code).toBe(0);
  });

  test.concurrent('may move along the base', async () => {
    const clone = await model.copy();
    await clone.git('branch', '--force', 'main');
    const revision = await clone.git('rev-parse', 'main');
    await clone.write({ 'schema/accepted.json': JSON.stringify({ revision }) });
    await clone.commit();
    const { code, stdout } = await clone.run('schema-check', '--base', 'main');
    expect(stdout).not.toContain('ACCEPTED_');
    expect(code).toBe(0);
  });

  test.concurrent('that is the current commit leaves little to look at', async () => {
    const clone = await model.copy();
    const revision = await clone.git('rev-parse', 'HEAD');
    await clone.write({ 'schema/accepted.json': JSON.stringify({ revision }) });
    const { stdout } = await clone.run('schema-check');
    expect(unwrapped(stdout)).toContain('only what is not committed was looked at');
  });

  test.concurrent('that this clone does not have is said, with what stands for it', async () => {
    const clone = await model.copy({ 'schema/accepted.json': JSON.stringify({ revision: 'e'.repeat(40) }) });
    const writer = await clone.commit();
    await clone.write({ 'README.md': 'Later.' });
    await clone.commit();
    const { code, stdout } = await clone.run('schema-check');
    expect(unwrapped(stdout)).toContain(
      `It names eeeeeeeeeeee, which is not in this clone; compared with the commit that wrote it, ${writer.slice(0, 12)}.`,
    );
    expect(code).toBe(0);
  });
});

describe('an acceptance', () => {
  test.concurrent('beside main is refused', async () => {
    const clone = await model.copy();
    await clone.git('branch', '--force', 'main');
    await clone.git('checkout', '--quiet', '-b', 'work');
    await clone.write({ 'README.md': 'Not landed.' });
    const revision = await clone.commit();
    const { code, stdout } = await clone.run('schema-accept');
    expect(stdout).toBe(`${revision} is not part of main. Accept there, after the change has landed.\n`);
    expect(code).toBe(1);
  });

  test.concurrent('of what is committed and breaks nothing moves the accepted revision', async () => {
    const clone = await model.copy(anOperation);
    await clone.run('generate');
    const revision = await clone.commit();
    const { code, stdout } = await clone.run('schema-accept');
    expect(stdout).toContain(`Accepted: ${revision}. Now commit schema/accepted.json.`);
    expect(code).toBe(0);
  });

  test.concurrent('of what is not committed is refused', async () => {
    const clone = await model.copy(anOperation);
    const { code, stdout } = await clone.run('schema-accept');
    expect(stdout).toMatch(/^Commit these first, a revision is what is accepted:\n.* schema\/operations\/demo\/name/);
    expect(code).toBe(1);
  });
});

/** The text of a report without the ends of its lines. */
function unwrapped(report: string): string {
  return report.replaceAll(/\s+/g, ' ');
}
