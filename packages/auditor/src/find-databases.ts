import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AuditorInputError } from './auditor-input.error.js';
import type { AuditorConfig } from './config.js';

/** Database URL of each subgraph, by name. */
export type DatabaseUrls = Record<string, string>;

const stack = z.object({ environments: z.record(z.string(), z.record(z.string(), z.string())) });

/** Where the audit logs are. @throws {AuditorInputError} when nobody says so. */
export function findDatabases({ AUDIT_DATABASES, SOUK_STACK_FILE }: AuditorConfig): DatabaseUrls {
  const urls = AUDIT_DATABASES ?? (SOUK_STACK_FILE ? databasesOfStack(SOUK_STACK_FILE) : {});
  if (Object.keys(urls).length > 0) return urls;
  throw new AuditorInputError(
    'There is no database to look into. Start the shop (npm start), or set AUDIT_DATABASES, such as {"orders": "postgres://…"}.',
  );
}

function databasesOfStack(file: string): DatabaseUrls {
  const { environments } = stack.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.fromEntries(
    Object.entries(environments).flatMap(([name, { DATABASE_URL }]) => (DATABASE_URL ? [[name, DATABASE_URL]] : [])),
  );
}
