/** A locale that amounts can be written in: the one asked for, or English when that is not a BCP 47 tag. */
export function wellFormedLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}
