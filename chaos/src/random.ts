/** Numbers that are the same for the same seed, and as good as any other (sfc32). */
export class Random {
  private readonly state: Uint32Array;

  /** @param seed any text; nearly equal seeds give quite other numbers. */
  constructor(private readonly seed: string) {
    this.state = mix(seed);
    for (let turn = 0; turn < 16; turn += 1) this.next();
  }

  /** A source of its own for somebody, which does not depend on what others have drawn. */
  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** At least 0, less than 1. */
  next(): number {
    const [a, b, c, counter] = this.state as unknown as [number, number, number, number];
    const drawn = (a + b + counter) >>> 0;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = c + (c << 3);
    this.state[2] = ((c << 21) | (c >>> 11)) + drawn;
    this.state[3] = counter + 1;
    return drawn / 2 ** 32;
  }

  /** A whole number from the least to the greatest, both included. */
  integer(least: number, greatest: number): number {
    return least + Math.floor(this.next() * (greatest - least + 1));
  }

  /** Whether something happens that happens so often; 1 is always. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @throws {RangeError} when there is nothing to choose from. */
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('There is nothing to choose from.');
    return items[this.integer(0, items.length - 1)]!;
  }

  /** All of them, in any order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const drawn = items.map((item) => ({ item, place: this.next() }));
    return drawn.sort((left, right) => left.place - right.place).map(({ item }) => item);
  }

  /** One of the names, each as often as its weight says. */
  pickWeighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const entries = Object.entries(weights) as [Name, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    throw new RangeError('There is nothing to choose from.');
  }

  /** How long to wait for the next of events that come so often on average, independently of each other. */
  pauseMs(perSecond: number): number {
    return (-Math.log(1 - this.next()) / perSecond) * 1_000;
  }
}

/** Four numbers made of a text (FNV-1a, with four beginnings). */
function mix(seed: string): Uint32Array {
  const state = Uint32Array.of(0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b);
  for (const character of seed) {
    for (let index = 0; index < state.length; index += 1)
      state[index] = Math.imul(state[index]! ^ character.codePointAt(0)!, 0x01000193 + 2 * index);
  }
  return state;
}
