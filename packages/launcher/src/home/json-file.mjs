import fs from 'node:fs';

/** Reads a JSON file; a missing or half-written one counts as absent. */
export function readJson(file, absent) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return absent;
    throw error;
  }
}

/** Replaces a JSON file in one step, readable by its owner only. */
export function writeJson(file, value) {
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(draft, file);
}
