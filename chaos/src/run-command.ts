/** A command of the harness as a person types it. */
interface CommandLine<Command> {
  /** Null when only help was wanted. @throws {Error} that says what is wrong. */
  read(args: string[]): Command | null;
  usage: string;
  /** Does what the command says, and gives back the exit code. */
  run(command: Command): Promise<number>;
}

const harnessFailed = 2;

/** Runs the command that this process was started with; 2 says that nothing is known because the harness failed. */
export async function runCommand<Command>({ read, usage, run }: CommandLine<Command>): Promise<void> {
  try {
    const command = read(process.argv.slice(2));
    if (command) process.exitCode = await run(command);
    else process.stdout.write(usage);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    // People may still be at it; with the harness their world has ended.
    process.exit(harnessFailed);
  }
}

function describe(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map(describe).join('\n') : (error as Error).message;
}
