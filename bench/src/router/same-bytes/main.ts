import { readFileSync } from 'node:fs';
import { serveJson } from '../processes/serve-json.js';

const [port, answersFile = ''] = process.argv.slice(2);
const answers = new Map(Object.entries(JSON.parse(readFileSync(answersFile, 'utf8')) as Record<string, string>));

/** Knows the very requests of this bench, and says what it was given for them. */
await serveJson((body) => answers.get(body) ?? '{"errors":[{"message":"Unknown."}]}', Number(port));
