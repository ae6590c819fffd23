import { validateText } from '@souk/kit/graphql';
import type { Concern } from './concern.js';

/** No text that no database could keep. */
export const requireSoundText: Concern = ({ document, variables }) => {
  const [unsound] = validateText(document, variables);
  if (unsound) throw unsound;
};
