const longest = 80;

/** Letters that do not come apart into a base letter and a mark. */
const spellings: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** The text in lower case, with plain letters only: `Crème Brûlée` becomes `creme brulee`. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => spellings[letter] ?? letter);
}

/** The readable part of a page's address: lower-case ASCII words with hyphens. `fallback` serves where nothing is left. */
export function slugOf(text: string, fallback: string): string {
  const words = plainLetters(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return shortened(words.replace(/^-+|-+$/g, '')) || fallback;
}

/** The slug itself when it is free, else the first of `-2`, `-3`, … that is. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const candidate = `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Cut at a word, so that there is room for a suffix. */
function shortened(slug: string): string {
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  const lastWord = cut.lastIndexOf('-');
  return lastWord > longest / 2 ? cut.slice(0, lastWord) : cut.slice(0, longest);
}
