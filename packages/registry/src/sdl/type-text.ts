/** `Order` of `[Order!]!`. */
export function namedType(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}

/** Whether there is always something: `Order!`, `[Order]!`. */
export function isRequired(type: string): boolean {
  return type.endsWith('!');
}

export function isList(type: string): boolean {
  return type.startsWith('[');
}

/** The words of a name in lower case: `unit` and `price` of `unitPrice`, `cart` and `empty` of `CART_EMPTY`. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _]/);
}
