import type { SourceFile } from '../../src/state/source-file.js';

/** A tiny change of files. */
export type Edit = (files: readonly SourceFile[]) => SourceFile[];

/** Puts a piece of text where another stands, once and no more. */
export function replace(path: string, from: string, to: string): Edit {
  return (files) => files.map((file) => (file.path === path ? { path, content: replaced(file, from, to) } : file));
}

/** Takes out the line that holds a piece of text. */
export function cut(path: string, text: string): Edit {
  return (files) =>
    files.map((file) => (file.path === path ? { path, content: replaced(file, lineOf(file, text), '') } : file));
}

/** Puts a line below the one that holds a piece of text. */
export function add(path: string, below: string, line: string): Edit {
  return (files) =>
    files.map((file) => {
      if (file.path !== path) return file;
      const above = lineOf(file, below);
      return { path, content: replaced(file, above, `${above}${line}\n`) };
    });
}

/** Writes a file, or writes it anew. */
export function write(path: string, content: string): Edit {
  return (files) => [...files.filter((file) => file.path !== path), { path, content }];
}

/** Takes out a file. */
export function remove(path: string): Edit {
  return (files) => files.filter((file) => file.path !== path);
}

function lineOf({ path, content }: SourceFile, text: string): string {
  const lines = content.split('\n').filter((line) => line.includes(text));
  if (lines.length !== 1) throw new Error(`${lines.length} lines of ${path} hold: ${text}`);
  return `${lines[0]}\n`;
}

function replaced({ path, content }: SourceFile, from: string, to: string): string {
  const parts = content.split(from);
  if (parts.length !== 2) throw new Error(`${parts.length - 1} times in ${path}: ${from}`);
  return parts.join(to);
}
