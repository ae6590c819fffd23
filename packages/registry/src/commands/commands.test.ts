import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { graphFile, withoutSold, withoutWeight } from '../../test/scratch-files.js';
import { scratchRepository } from '../../test/scratch-repository.js';

jest.setTimeout(60_000);

const model = await scratchRepository();
afterAll(() => model.remove());

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
    expect(stdout).toMatch(/^Passed, compared with [0-9a-f]{12}: 0 errors, 0 warnings, 2 notes\.\n--notes shows/m);
    expect(code).toBe(0);
  });

  test.concurrent('that refuses something ends with 1, and names who is concerned', async () => {
    const clone = await model.copy(withoutWeight);
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
      expect.objectContaining({ code: 'NOT_CURRENT', message: expect.stringContaining('schema/api.graphql') }),
    );
    expect(code).toBe(1);
  });
});

test.concurrent('a check misses an event that is declared no more, though its schema is still there', async () => {
  const clone = await model.copy(withoutSold);
  const { code, stdout } = await clone.run('schema-check', '--format', 'json');
  expect(JSON.parse(stdout).findings).toContainEqual(
    expect.objectContaining({ level: 'error', code: 'EVENT_REMOVED', coordinate: 'shop.product.sold.v1' }),
  );
  expect(code).toBe(1);
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
      /^schema\/operations\/web\/1\.5\.0\.json:1: It is no manifest that is known here: .* Expected is a manifest of Apollo/,
    ],
    [
      'schema/allowances.yaml',
      anOldAllowance,
      /^schema\/allowances\.yaml:2: The allowance for Product\.weightGrams expired on 2026-01-31\. Remove the entry/,
    ],
    [
      graphFile,
      "throw new Error('No shelf is left.');\n",
      /^subgraphs\/shop\/src\/graphql\/graph\.ts: The graph of shop cannot be built: No shelf is left\. Mend the code\.\n$/,
    ],
  ])('a broken %s', async (path, content, said) => {
    const clone = await model.copy({ [path]: content });
    const { code, stderr } = await clone.run('schema-check');
    expect(stderr).toMatch(said);
    expect(code).toBe(2);
  });

  test.concurrent('a base that cannot be read', async () => {
    const path = 'schema/event-schemas/shop.product.sold.v1.json';
    const clone = await model.copy({ [path]: '{}' });
    const base = await clone.commit();
    const { code, stderr } = await clone.run('schema-check', '--base', base);
    expect(stderr).toMatch(
      new RegExp(`^The revision ${base} cannot be read, .* Name another with --base\\.\n${path}: `),
    );
    expect(code).toBe(2);
  });

  test.concurrent('but not a base whose operations cannot be read, which are not looked at', async () => {
    const clone = await model.copy({ 'schema/operations/web/1.5.0.json': '{}' });
    const base = await clone.commit();
    await clone.remove('schema/operations/web/1.5.0.json');
    expect(await clone.run('schema-check', '--base', base)).toMatchObject({ code: 0 });
  });

  test.concurrent('a base whose SDL does not parse', async () => {
    const clone = await model.copy({ 'schema/subgraphs/shop.graphql': 'type Query {\n  product: [\n}\n' });
    const base = await clone.commit();
    const { code, stderr } = await clone.run('schema-check', '--base', base);
    expect(stderr).toContain(`The subgraphs of ${base} do not compose`);
    expect(stderr).toMatch(/^schema\/subgraphs\/shop\.graphql:3: INVALID_GRAPHQL: \[shop\] Syntax Error/m);
    expect(code).toBe(2);
  });
});

describe('every command', () => {
  const commands = [
    ['generate', 'npm run generate'],
    ['schema-check', 'npm run schema:check -- --base origin/main'],
    ['schema-accept', 'npm run schema:accept'],
    ['record-events', 'npm run events:record'],
    ['operations-register', 'npm run operations:register -- --client web'],
    ['operations-usage', 'npm run operations:usage -- Order.total'],
    ['operations-retire', 'npm run operations:retire -- --client web'],
  ];

  test.concurrent.each(commands)('%s says how it is used', async (command, usage) => {
    const { code, stdout } = await model.run(command, '--help');
    expect(stdout).toContain(`\n  ${usage}`);
    expect(code).toBe(0);
  });

  test.concurrent.each(commands)('%s that is called otherwise says how it is used', async (command, usage) => {
    const { code, stderr } = await model.run(command, '--bse', 'main');
    expect(stderr).toMatch(/^Unknown option '--bse'/);
    expect(stderr).toContain(`\n  ${usage}`);
    expect(code).toBe(2);
  });

  test.concurrent.each(['schema-check', 'schema-accept'])('%s outside of a repository says so', async (command) => {
    const clone = await model.copy();
    await clone.remove('.git');
    const { code, stderr } = await clone.run(command);
    expect(stderr).toMatch(/^What was promised before is read from git, which says: fatal: .*\nWork in a clone/);
    expect(code).toBe(2);
  });

  test.concurrent.each(['schema-check', 'schema-accept'])('%s without git says so', async (command) => {
    const { code, stderr } = await model.runAlone(command);
    expect(stderr).toMatch(/^git is not on the PATH\. Install it: /);
    expect(code).toBe(2);
  });
});

describe('a report', () => {
  test.concurrent('is written into a folder that was not there', async () => {
    const clone = await model.copy();
    const { code } = await clone.run('schema-check', '--write', 'no/such/report.md');
    expect(await clone.read('no/such/report.md')).toMatch(/^## Schema check: .* passed/);
    expect(code).toBe(0);
  });

  test.concurrent('that cannot be written is refused before anything is checked', async () => {
    const clone = await model.copy({ 'report.md/a.txt': '' });
    const { code, stdout, stderr } = await clone.run('schema-check', '--write', 'report.md');
    expect(stderr).toBe('report.md: No report can be written there: it is a folder. Name another file.\n');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

test.concurrent('what the system refuses ends with 2 and a sentence, without the calls that led there', async () => {
  const aFolder = { 'schema/operations/web/2.0.0.json/a.txt': '' };
  const clone = await model.copy({ ...aFolder, 'name.graphql': 'query Name { product { name } }\n' });
  const asked = ['--client', 'web', '--version', '2.0.0', 'name.graphql'];
  const { code, stderr } = await clone.run('operations-register', ...asked);
  expect(stderr).toMatch(/^The system refuses: EISDIR: .*\. Mend that, and run it again\.\n$/);
  expect(code).toBe(2);
});

describe('documents of this repository', () => {
  test.concurrent.each(['generate', 'schema-check'])('that share a name are refused by %s', async (command) => {
    const other = 'query Weight {\n  product {\n    name\n  }\n}\n';
    const clone = await model.copy({ 'schema/operations/shop/weight.graphql': other });
    const { code, stderr } = await clone.run(command);
    expect(stderr).toMatch(
      /^schema\/operations\/shop\/weight\.graphql:1: Two operations are called Weight, the other in schema\/operations\/demo/,
    );
    expect(code).toBe(2);
  });

  test.concurrent('with a fragment that nobody needs and nothing fits are refused', async () => {
    const clone = await model.copy({
      'schema/operations/demo/idle.graphql': '\nfragment Idle on Product {\n  color\n}\n',
    });
    const said = 'schema/operations/demo/idle.graphql:3:3: Cannot query field "color" on type "Product".';
    const { code, stdout } = await clone.run('schema-check');
    expect(stdout).toContain('schema/generated  NOT_GENERATED');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(code).toBe(1);
    const generated = await clone.run('generate');
    expect(generated).toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
    expect(generated.stderr).toContain('npm run schema:check says what mends it.');
  });
});
