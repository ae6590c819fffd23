import { type Page, requireId } from '@souk/kit/graphql';

/** The id that a page starts after: ids are in order of time. @throws {PublicError} BAD_USER_INPUT */
export function idAfter({ after }: Page): string | null {
  return after === undefined ? null : requireId(String(after[0]), 'after');
}
