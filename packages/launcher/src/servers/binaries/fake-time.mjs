import fs from 'node:fs';
import path from 'node:path';
import { locateBinary } from './locate-binary.mjs';

const binary = {
  names: ['faketime'],
  debianPackage: 'faketime',
  pathInPackage: 'usr/bin/faketime',
  formula: 'libfaketime',
  label: 'faketime',
  variable: 'PATH',
};

/** The library that makes a process see another time; null where it cannot be had. Only Linux loads it into Node. */
export async function locateFakeTime(home, signal) {
  if (process.platform !== 'linux') return null;
  try {
    const { command } = await locateBinary(home, binary, signal);
    return libraryBeside(command);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    return null;
  }
}

function libraryBeside(command) {
  const folder = path.resolve(path.dirname(command), '../lib');
  const platforms = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.includes('-linux-gnu')) : [];
  const libraries = platforms.map((name) => path.join(folder, name, 'faketime/libfaketime.so.1'));
  return libraries.find((library) => fs.existsSync(library)) ?? null;
}
