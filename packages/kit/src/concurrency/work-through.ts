export interface Pile<Piece> {
  /** Takes at most so many pieces on lease, and gives them back; fewer when no more are due. */
  claim(limit: number): Promise<Piece[]>;
  perform(piece: Piece): Promise<void>;
  /** How many are under way at a time: those behind a slow one go on meanwhile. */
  atOnce: number;
  claimSize: number;
  /** After so many it is enough: whoever wants to stop the process has been waiting for that. */
  most: number;
}

/**
 * Does what is due, as far as it may, and waits until all of it has ended. Returns whether more may be due.
 * @throws what a piece threw; nothing more is claimed then.
 */
export async function workThrough<Piece>({ claim, perform, atOnce, claimSize, most }: Pile<Piece>): Promise<boolean> {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const start = (piece: Piece) => {
    const work = perform(piece)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  let isMoreDue = true;
  try {
    for (let taken = 0; isMoreDue && failures.length === 0 && taken < most; taken += claimSize) {
      const pieces = await claim(claimSize);
      for (const piece of pieces) {
        if (underWay.size >= atOnce) await Promise.race(underWay);
        start(piece);
      }
      isMoreDue = pieces.length === claimSize;
    }
  } finally {
    await Promise.all(underWay);
  }
  if (failures.length > 0) throw failures[0];
  return isMoreDue;
}
