/** Tells the time; passed in, never read inside `domain/`. */
export type Clock = () => Date;
