/** Per character: nine bars and spaces in turn, of which the wide ones are marked 1. */
const patterns: Record<string, string> = {
  '0': '000110100',
  '1': '100100001',
  '2': '001100001',
  '3': '101100000',
  '4': '000110001',
  '5': '100110000',
  '6': '001110000',
  '7': '000100101',
  '8': '100100100',
  '9': '001100100',
  E: '100011000',
  K: '100000011',
  M: '101000010',
  S: '001010010',
  '*': '010010100',
};

const narrow = 1;
const wide = 2.5;

export interface Bar {
  x: number;
  width: number;
}

/**
 * A bar code in the old and simple Code 39, in units of its narrowest bar, for the characters of tracking numbers.
 * @throws {RangeError} on a character that no tracking number has.
 */
export function code39(text: string): { bars: Bar[]; width: number } {
  const bars: Bar[] = [];
  let x = 0;
  for (const character of `*${text}*`) {
    for (const [position, mark] of [...patternOf(character)].entries()) {
      const width = mark === '1' ? wide : narrow;
      if (position % 2 === 0) bars.push({ x, width });
      x += width;
    }
    x += narrow;
  }
  return { bars, width: x - narrow };
}

function patternOf(character: string): string {
  const pattern = patterns[character];
  if (!pattern) throw new RangeError(`There is no bar code for "${character}".`);
  return pattern;
}
