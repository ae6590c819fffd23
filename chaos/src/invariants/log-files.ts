import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface LogLine {
  file: string;
  number: number;
  text: string;
}

/** All lines of the logs in a folder whose names match. */
export async function* linesOf(folder: string, name: RegExp = /\.log$/): AsyncGenerator<LogLine> {
  const files = (await readdir(folder)).filter((file) => name.test(file)).sort();
  for (const file of files) {
    let number = 0;
    for await (const text of createInterface({ input: createReadStream(join(folder, file)), crlfDelay: Infinity })) {
      number += 1;
      yield { file, number, text };
    }
  }
}
