/** What a mutant's run is told of ours: everything but where our home is. */
export function environmentOfMutant(): NodeJS.ProcessEnv {
  const { SOUK_HOME: _home, ...environment } = process.env;
  return environment;
}
