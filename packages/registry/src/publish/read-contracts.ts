import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type EventContract, isEventContract, isQuestion, type Question } from '@souk/kit/contracts';
import { RegistryInputError } from '../registry-input.error.js';
import { toEventVersion } from '../state/event-version.js';
import type { Breach, EventVersion, JsonSchema } from '../state/registry-state.js';
import { toEventSchema } from './event-schema.js';
import { sortedEntries } from './sorted-entries.js';

/** Reads every event's contract from the compiled modules of `schema/events`, sorted by type. */
export async function readContracts(root: string): Promise<EventVersion[]> {
  const exported = await exportsOf(root, 'events');
  const files = new Map(exported.map(({ value, file }) => [value, file]));
  return toEventVersions([...files.keys()], files);
}

/** Reads every question from the compiled modules of `schema/questions`, sorted by subject. */
export async function readQuestions(root: string): Promise<Question<unknown, unknown>[]> {
  return sortedBy(
    ({ subject }) => subject,
    (await exportsOf(root, 'questions')).map(({ value }) => value).filter(isQuestion),
  );
}

/**
 * The events among what modules export.
 * @param files which of it stands in which file, for the message.
 * @throws {RegistryInputError} when two of them have the same type, or one cannot be published.
 */
export function toEventVersions(
  exported: readonly unknown[],
  files: ReadonlyMap<unknown, string> = new Map(),
): EventVersion[] {
  const contracts = sortedBy(({ type }: EventContract) => type, exported.filter(isEventContract));
  return contracts.map((contract) => ({
    ...toEventVersion(publish(contract, files.get(contract))),
    refuse: (data) => breachesOf(contract, data),
  }));
}

/** Gives events that were read from files what the code of their contracts refuses. */
export function withCode(events: readonly EventVersion[], contracts: readonly EventVersion[]): EventVersion[] {
  const refusals = new Map(contracts.map(({ type, refuse }) => [type, refuse]));
  return events.map((event) => {
    const refuse = refusals.get(event.type);
    return refuse ? { ...event, refuse } : event;
  });
}

function breachesOf({ schema }: EventContract, data: unknown): Breach[] {
  const { error } = schema.safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: path.map(String).filter((part) => !/^\d+$/.test(part)),
    problem: `${path.join('/') || 'it'}: ${message}`,
  }));
}

function publish(contract: EventContract, file: string | undefined): JsonSchema {
  try {
    return toEventSchema(contract);
  } catch (error) {
    if (error instanceof RegistryInputError) throw new RegistryInputError(error.message, { file });
    throw error;
  }
}

async function exportsOf(root: string, kind: string): Promise<{ value: unknown; file: string }[]> {
  const folder = join(root, 'schema/dist', kind);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'));
  const exported = files.map(async (name) => {
    const file = `schema/${kind}/${name.replace(/\.js$/, '.ts')}`;
    return Object.values(await load(join(folder, name), file)).map((value: unknown) => ({ value, file }));
  });
  return (await Promise.all(exported)).flat();
}

async function load(path: string, file: string): Promise<object> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    throw new RegistryInputError((error as Error).message, { file });
  }
}

/** Sorts by name. What is exported twice stands there once; two of one name are a mistake. */
function sortedBy<Item>(nameOf: (item: Item) => string, items: readonly Item[]): Item[] {
  const byName = new Map<string, Item>();
  for (const item of items) {
    const name = nameOf(item);
    if (byName.has(name) && byName.get(name) !== item) {
      throw new RegistryInputError(
        `${name} is declared twice in schema/. Remove one of them, or give it a new version.`,
      );
    }
    byName.set(name, item);
  }
  return sortedEntries(byName).map(([, item]) => item);
}
