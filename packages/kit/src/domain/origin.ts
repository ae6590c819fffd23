/** Where a piece of work came from, kept beside it when it is to be done later: its correlation and its trace. */
export interface Origin {
  correlationid: string;
  traceparent?: string;
}
