import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { graphFile, scratchFiles } from '../../test/scratch-files.js';
import { type ScratchRepository, scratchRepository } from '../../test/scratch-repository.js';

jest.setTimeout(60_000);

const model = await scratchRepository();
afterAll(() => model.remove());

/** A clone with some files written anew. */
async function aClone(files: Readonly<Record<string, string>>): Promise<ScratchRepository> {
  const clone = await model.copy();
  await clone.write(files);
  return clone;
}

const anOperation = { 'schema/operations/demo/name.graphql': 'query Name { product { name } }\n' };
const withoutWeight = { [graphFile]: scratchFiles[graphFile]?.replace(/Field.*weightGrams'\);\n/, '') ?? '' };
const anOldAllowance = `# Breaks that were decided on.
- code: FIELD_REMOVED
  coordinate: Product.weightGrams
  who: Shop
  why: Nobody has ever weighed it.
  until: 2026-01-31
`;

describe('a check', () => {
  test.concurrent('that finds nothing ends with 0', async () => {
    const { code, stdout } = await model.run('schema-check');
    expect(stdout).toMatch(/^Passed, compared with [0-9a-f]{12}: 0 errors, 0 warnings, 2 notes\. --notes shows/m);
    expect(code).toBe(0);
  });

  test.concurrent('that refuses something ends with 1, and names who is concerned', async () => {
    const clone = await aClone(withoutWeight);
    const { code, stdout } = await clone.run('schema-check', '--format', 'json');
    const { verdict, findings } = JSON.parse(stdout);
    expect(verdict).toBe('refused');
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'FIELD_REMOVED',
        coordinate: 'Product.weightGrams',
        usedBy: [{ client: 'demo', version: 'workspace', name: 'Weight' }],
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'NOT_CURRENT', coordinate: 'schema/api.graphql', fix: 'Run: npm run generate' }),
    );
    expect(code).toBe(1);
  });
});

describe('what cannot be checked ends with 2 and a sentence:', () => {
  test.concurrent.each([
    ['an unknown form of report', ['--format', 'html'], /^html is not a form of report\. There are --format terminal,/],
    ['an unknown option', ['--bse', 'main'], /^Unknown option '--bse'/],
    ['an unknown base', ['--base', 'v9'], /^The revision v9 is not in this clone\. Fetch it .* or name another/],
  ])('%s', async (_what, args, said) => {
    const { code, stderr } = await model.run('schema-check', ...args);
    expect(stderr).toMatch(said);
    expect(code).toBe(2);
  });

  test.concurrent.each([
    ['schema/accepted.json', '{ "revision": 12 }', /^schema\/accepted\.json: It must name .* Restore it from git/],
    [
      'schema/operations/demo/weight.graphql',
      'query Weight {\n  product {\n',
      /^schema\/operations\/demo\/weight\.graphql:3: It is not GraphQL: expected Name, found <EOF>\. Mend the document/,
    ],
    [
      'schema/operations/web/1.5.0.json',
      '{ "operations": "many" }',
      /^schema\/operations\/web\/1\.5\.0\.json: It is no manifest that is known here: .* Expected is a manifest of Apollo/,
    ],
    [
      'schema/allowances.yaml',
      anOldAllowance,
      /^schema\/allowances\.yaml:2: The allowance for Product\.weightGrams expired on 2026-01-31\. Remove the entry/,
    ],
    [
      graphFile,
      "throw new Error('No shelf is left.');\n",
      /^subgraphs\/shop\/src\/graphql\/graph\.ts: The graph of shop cannot be built\. Mend[\s\S]*No shelf is left\./,
    ],
  ])('a broken %s', async (path, content, said) => {
    const clone = await aClone({ [path]: content });
    const { code, stderr } = await clone.run('schema-check');
    expect(stderr).toMatch(said);
    expect(code).toBe(2);
  });

  test.concurrent('a base whose SDL does not parse', async () => {
    const clone = await aClone({ 'schema/subgraphs/shop.graphql': 'type Query {\n  product: [\n}\n' });
    const base = await clone.commit();
    const { code, stderr } = await clone.run('schema-check', '--base', base);
    expect(stderr).toContain(`The subgraphs of ${base} do not compose`);
    expect(stderr).toMatch(/^schema\/subgraphs\/shop\.graphql:3: INVALID_GRAPHQL: \[shop\] Syntax Error/m);
    expect(code).toBe(2);
  });
});

describe('an acceptance', () => {
  test.concurrent('of what is committed and breaks nothing moves the accepted revision', async () => {
    const clone = await aClone(anOperation);
    await clone.run('generate');
    const revision = await clone.commit();
    const { code, stdout } = await clone.run('schema-accept');
    expect(stdout).toContain(`Accepted: ${revision}. Now commit schema/accepted.json.`);
    expect(code).toBe(0);
  });

  test.concurrent('of what is not committed is refused', async () => {
    const clone = await aClone(anOperation);
    const { code, stdout } = await clone.run('schema-accept');
    expect(stdout).toMatch(/^Commit these first, a revision is what is accepted:\n.* schema\/operations\/demo\/name/);
    expect(code).toBe(1);
  });
});
