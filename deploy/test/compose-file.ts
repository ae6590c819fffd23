import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface ComposeService {
  image: string;
  build?: { dockerfile: string };
  command?: string[];
  ports?: string[];
  environment?: Record<string, string | number | null>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { disable?: boolean };
}

/** What `${NAME:?message}` and `${NAME:-default}` ask for. */
export interface Wish {
  name: string;
  isRequired: boolean;
}

const wish = /\$\{(\w+)(?:(:\?|:-)([^}]*))?\}/g;

/** The text of a file of the repository. */
export function readText(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}

export function readServices(): Map<string, ComposeService> {
  const { services } = parse(readText('docker-compose.yml'), { merge: true }) as {
    services: Record<string, ComposeService>;
  };
  return new Map(Object.entries(services));
}

export function wishesOf(text: string): Wish[] {
  return [...text.matchAll(wish)].map(([, name = '', operator]) => ({ name, isRequired: operator === ':?' }));
}

/** A service's environment as its container gets it, with these values at hand. */
export function environmentOf(service: ComposeService, values: NodeJS.Dict<string>): Record<string, string> {
  const entries = Object.entries(service.environment ?? {}).map(([name, text]) => [
    name,
    text === null ? values[name] : fillIn(String(text), values),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function fillIn(text: string, values: NodeJS.Dict<string>): string {
  return text.replace(wish, (_match, name: string, operator: string, rest: string) => {
    const value = values[name] || (operator === ':-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} has no value: ${rest}`);
    return value;
  });
}
