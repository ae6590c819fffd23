/** The line, from 1, on which a piece of text begins; undefined when it does not stand there letter by letter. */
export function lineOf(content: string, piece: string): number | undefined {
  const start = content.indexOf(piece);
  return start < 0 ? undefined : content.slice(0, start).split('\n').length;
}
