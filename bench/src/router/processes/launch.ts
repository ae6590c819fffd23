/** What is started, and with what. */
export interface Launch {
  /** Our own Node unless told otherwise. */
  program?: string;
  args: string[];
  environment?: Record<string, string>;
}
