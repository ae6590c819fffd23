const longest = 500;

/** An error's words without the mail addresses that servers put into them, for logs and tables that last. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'@]+@[^\s<>"'@]+/g, '[address]').slice(0, longest);
}
