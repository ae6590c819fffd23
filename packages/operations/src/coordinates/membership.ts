/** `SearchResult/Product`: that Product is a possible type of SearchResult, a union or an interface. */
export function membership(abstractType: string, possibleType: string): string {
  return `${abstractType}/${possibleType}`;
}
