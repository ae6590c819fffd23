/**
 * Finds few of many causes with which something still fails: drops half of them, then smaller parts, as long as it does.
 * What is left cannot lose a single one any more, if the same causes always have the same effect.
 * @param stillFails is asked of no selection twice.
 */
export async function shrinkFaults<Fault>(
  faults: readonly Fault[],
  stillFails: (candidate: readonly Fault[]) => Promise<boolean>,
): Promise<readonly Fault[]> {
  const ask = onceEach(faults, stillFails);
  let left = faults;
  for (let parts = 2; left.length > 0; ) {
    const smaller = await firstThatFails(candidates(left, parts), ask);
    if (!smaller && parts >= left.length) return left;
    parts = smaller ? 2 : Math.min(left.length, parts * 2);
    left = smaller ?? left;
  }
  return left;
}

function onceEach<Fault>(
  all: readonly Fault[],
  stillFails: (candidate: readonly Fault[]) => Promise<boolean>,
): (candidate: readonly Fault[]) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async (candidate) => {
    const key = candidate.map((fault) => all.indexOf(fault)).join();
    const answer = known.get(key) ?? (await stillFails(candidate));
    known.set(key, answer);
    return answer;
  };
}

async function firstThatFails<Fault>(
  selections: readonly (readonly Fault[])[],
  stillFails: (candidate: readonly Fault[]) => Promise<boolean>,
): Promise<readonly Fault[] | undefined> {
  for (const selection of selections) if (await stillFails(selection)) return selection;
  return undefined;
}

/** What is left when one of so many parts is dropped, each in turn. */
function candidates<Fault>(faults: readonly Fault[], parts: number): (readonly Fault[])[] {
  const size = Math.ceil(faults.length / parts);
  const starts = Array.from({ length: Math.ceil(faults.length / size) }, (_, index) => index * size);
  return starts.map((start) => [...faults.slice(0, start), ...faults.slice(start + size)]);
}
