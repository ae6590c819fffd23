/** How every password of the people begins, so that one can be told wherever it turns up. */
export const passwordMark = 'correct-horse-';
