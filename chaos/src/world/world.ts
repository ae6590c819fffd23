export interface SignIn {
  email: string;
  password: string;
}

/** The running shop, as people and checkers see it. Every address is direct, around the proxies. */
export interface World {
  /** Of the router, e.g. `http://127.0.0.1:4000/graphql`. */
  endpoint: string;
  /** The same for subscriptions, e.g. `ws://127.0.0.1:4000/graphql`. */
  socketEndpoint: string;
  /** Connection string of each subgraph's database, as the role that owns the tables. */
  databases: Record<string, string>;
  natsUrl: string;
  redisUrl: string;
  stripeEmulatorUrl: string;
  mailInboxUrl: string;
  carrierEmulatorUrl: string;
  signIns: { customer: SignIn; manager: SignIn; admin: SignIn };
  /** Folder with one log file per process. */
  logs: string;
  /** Folder of plan.json, of the journals and of the report. */
  folder: string;
}
