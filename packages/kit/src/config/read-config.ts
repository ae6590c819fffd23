import { type z } from 'zod';

/**
 * Checks the environment against a schema.
 * @throws {Error} that names every variable at fault, all at once.
 */
export function readConfig<Shape extends z.ZodType>(schema: Shape, environment: NodeJS.ProcessEnv): z.infer<Shape> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The environment is not right:\n${problems.join('\n')}`);
}
