/** What the programs are told that do the measuring. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env };
}
