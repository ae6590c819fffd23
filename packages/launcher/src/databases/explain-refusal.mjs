import { PlainError } from '../plain-error.mjs';
import { extensions } from './database-names.mjs';

const missingExtension = `The server lacks an extension; it needs ${extensions.join(', ')} (postgresql-contrib).`;

// By PostgreSQL's error codes.
const hints = {
  42501: 'The role of DATABASE_URL must be allowed to create databases and roles (CREATEDB CREATEROLE).',
  '0A000': missingExtension,
  '58P01': missingExtension,
};

/** Turns what a given server may refuse into a plain error; everything else stays as it is. */
export function explainRefusal(error) {
  const hint = hints[error.code];
  if (!hint) throw error;
  throw new PlainError(`PostgreSQL refuses to prepare the databases: ${error.message}.\n  ${hint}`);
}
