import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Takes a command line apart. @throws {Error} that says what is wrong with it, and how the command is used. */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`);
  }
}
