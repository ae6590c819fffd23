import { isId } from '@souk/kit/domain';

/** The id of ours that Stripe was told with an object, if it was; metadata may be written by anybody. */
export function ourId(value: string | undefined): string | null {
  return value !== undefined && isId(value) ? value : null;
}
