// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that JSON does not allow as they are
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON; quicker than `JSON.stringify` for the texts that need no escape. */
export function quote(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}
