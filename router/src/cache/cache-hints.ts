import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export interface CacheHint {
  maxAge?: number | undefined;
  scope?: 'PUBLIC' | 'PRIVATE' | undefined;
  inheritMaxAge?: boolean | undefined;
}

const policySchema = z.looseObject({
  access: z.looseObject({}).optional(),
  cache: z
    .record(
      z.string(),
      z.strictObject({
        maxAge: z.number().int().nonnegative().optional(),
        scope: z.enum(['PUBLIC', 'PRIVATE']).optional(),
        inheritMaxAge: z.boolean().optional(),
      }),
    )
    .optional(),
});

const documentSchema = z.looseObject({ supergraphHash: z.string(), policies: z.record(z.string(), policySchema) });

export interface PolicyFile {
  hints: CacheHints;
  /** SHA-256 of the supergraph that it was written with. */
  supergraphHash: string;
  contentHash: string;
}

/** How long each subgraph lets its part of a type or a field be kept, and what not everybody may see. */
export class CacheHints {
  constructor(private readonly policies: Readonly<Record<string, z.infer<typeof policySchema>>>) {}

  /** What a subgraph says of a coordinate, such as `Product` or `Product.variants`. */
  of(subgraph: string, coordinate: string): CacheHint | undefined {
    return this.policies[coordinate]?.cache?.[subgraph];
  }

  isGuarded(coordinate: string): boolean {
    return this.policies[coordinate]?.access !== undefined;
  }

  /** Every coordinate that some subgraph lets be kept for a while of its own. */
  keepable(): string[] {
    const isKeepable = (hint: CacheHint) => (hint.maxAge ?? 0) > 0 && hint.scope !== 'PRIVATE';
    return Object.entries(this.policies)
      .filter(([, { cache }]) => Object.values(cache ?? {}).some(isKeepable))
      .map(([coordinate]) => coordinate);
  }
}

/**
 * Reads the file of policies that stands beside the supergraph; undefined when there is none, as nothing may be kept
 * then.
 * @throws {Error} that names the file when it is not what `npm run generate` writes.
 */
export async function readPolicyFile(path: string): Promise<PolicyFile | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    const { supergraphHash, policies } = documentSchema.parse(JSON.parse(text));
    return { hints: new CacheHints(policies), supergraphHash, contentHash: hash('sha256', text) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${path} holds no policies: ${(cause as Error).message} Write it with \`npm run generate\`.`, {
      cause,
    });
  }
}
