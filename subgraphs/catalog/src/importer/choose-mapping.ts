import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { guessMapping } from './guess-mapping.js';
import { columnsOf, type Mapping, mappingSchema, type Preset, type WrittenMapping } from './mapping.js';
import { presets } from './mappings/presets.js';
import { PlainError } from './plain-error.js';

export interface ChosenMapping {
  /** For people: where it comes from. */
  origin: string;
  mapping: Mapping;
}

/** A preset by its name, or a mapping file. @throws {PlainError} when there is none, or when it is not right. */
export async function namedMapping(wanted: string): Promise<ChosenMapping> {
  const preset = presets.find(({ name }) => name === wanted);
  if (preset) return chosenPreset(preset);
  const origin = `The mapping file ${wanted}`;
  const names = presets.map(({ name }) => name).join(', ');
  const text = await readFile(wanted, 'utf8').catch(() => {
    throw new PlainError(`There is no mapping file ${wanted}. Mappings known by name: ${names}.`);
  });
  try {
    return { origin, mapping: checked(JSON.parse(text) as WrittenMapping, origin) };
  } catch (error) {
    if (error instanceof SyntaxError) throw new PlainError(`${origin} is not JSON.`);
    throw error;
  }
}

/** The preset whose columns a file has, else a guess by their names. @throws {PlainError} when nothing can be guessed. */
export function mappingFor(header: readonly string[]): ChosenMapping {
  const preset = presets.find(({ recognisedBy }) => recognisedBy.every((column) => header.includes(column)));
  if (preset) return chosenPreset(preset);
  const origin = 'A mapping guessed from the header';
  return { origin, mapping: checked(guessMapping(header), origin) };
}

/** @throws {PlainError} when a mapping speaks of columns that a file does not have, or cannot tell products apart. */
export function mustFit({ origin, mapping }: ChosenMapping, header: readonly string[]): void {
  const missing = columnsOf(mapping).filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new PlainError(`${origin} speaks of columns that the file does not have: ${missing.join(', ')}.`);
  if (mapping.columns.id === undefined && mapping.columns.sku === undefined)
    throw new PlainError(`${origin} names neither an id nor a sku column: products could not be told apart.`);
}

function chosenPreset({ name, mapping }: Preset): ChosenMapping {
  const origin = `The mapping ${name}`;
  return { origin, mapping: checked(mapping, origin) };
}

function checked(written: WrittenMapping, origin: string): Mapping {
  const result = mappingSchema.safeParse(written);
  if (result.success) return result.data;
  throw new PlainError(`${origin} is not right:\n${z.prettifyError(result.error)}`);
}
