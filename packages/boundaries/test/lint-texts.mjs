import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

// Reads [[file, text], …], lints each text as if the file held it, and writes what is said of each: [[message, …], …].
const eslint = new ESLint({ cwd: fileURLToPath(new URL('../../..', import.meta.url)) });
const told = [];
for (const [filePath, source] of JSON.parse(await text(process.stdin))) {
  const [{ messages }] = await eslint.lintText(source, { filePath });
  told.push(messages.map(({ message }) => message));
}
process.stdout.write(JSON.stringify(told));
