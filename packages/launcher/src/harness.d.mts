export interface Home {
  kind: 'shop' | 'test' | 'chaos' | 'reliability';
  folder: string;
  run: string;
  log: string;
  data: string;
}

export interface ProcessIdentity {
  pid: number;
  started: string | null;
}

export interface Server {
  name: string;
  label: string;
  url: string;
  version?: string;
  /** Absent when the server is not ours. */
  process?: ProcessIdentity;
}

export interface Secrets {
  databasePasswords: Record<string, { owner: string; app: string }>;
  demoCustomerPassword: string;
  demoManagerPassword: string;
  demoAdminPassword: string;
}

/** Everything the parts' environments are made of. */
export interface StackContext {
  home: Home;
  servers: Record<string, Server>;
  secrets: Secrets;
  ports: Record<string, number>;
  seed: string;
  /** Where parts lie that are bundled, by name. */
  programs?: Record<string, string> | undefined;
}

export interface Part {
  name: string;
  folder: string;
  program: string;
  environment(context: StackContext): Record<string, string>;
}

export interface ProcessEnding {
  status: number | null;
  signal: NodeJS.Signals | null;
}

export interface Session {
  readonly home: Home;
  /** Aborted once the launcher was asked to stop. */
  readonly signal: AbortSignal;
  tidy(onWait?: (pid: number) => void): Promise<void>;
  startServers(
    names: readonly string[],
    options: { onServer?: (server: Server) => void; waitFor?: Record<string, Promise<unknown>> },
  ): Promise<Record<string, Server>>;
  addPart(name: string, identity: ProcessIdentity): void;
  removePart(name: string): void;
}

export const checkoutFolder: string;
export const databaseNames: readonly string[];
export const partTable: readonly Part[];

export function databaseOf(name: string): { name: string; database: string; owner: string; app: string };
export function urlFor(serverUrl: string, target: { user: string; password: string; database: string }): string;
export function createDatabases(serverUrl: string, passwords: Secrets['databasePasswords']): Promise<number>;
export function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  options: { timeoutMs?: number; onTimeout?: (pid: number | undefined, file: string) => Error },
): Promise<Result>;
export function openHome(kind: Home['kind']): Home;
export function openSecrets(home: Home): Secrets;
export function portFor(home: Home, name: string): Promise<number>;
export function descendantsOf(pid: number): number[];
export function isAlive(identity: ProcessIdentity | undefined): boolean;
export function runSession(
  options: { kind: Home['kind']; purpose: string; home?: Home },
  work: (session: Session) => Promise<number | undefined>,
): Promise<number>;
/** A shop as `npm start` opens it, for as long as the work takes. */
export function withStack<Result>(
  session: Session,
  options: { seed: 'none' | 'small' | 'demo' },
  work: () => Promise<Result>,
): Promise<Result>;
/** What runs in a home, or null. `callerEnvironment` is what programs need that use it from outside. */
export function runningStack(home: Home): { callerEnvironment: Record<string, string> } | null;
/** What the home's own NATS was told about syncing to disk. */
export function natsSyncInterval(home: Home): string;
export function locateFakeTime(home: Home, signal: AbortSignal): Promise<string | null>;
export function emptyChaosHome(home: Home): Promise<void>;
export function spawnPart(
  part: Part,
  context: StackContext,
  options?: { onEnd?: (ending: ProcessEnding) => void },
): Promise<ProcessIdentity>;
/** Lets it finish what it has begun, for at most 30 s; then it is killed, and that is told. */
export function stopPart(part: { name: string } & ProcessIdentity): Promise<void>;
export function waitUntilReady(
  part: Part,
  identity: ProcessIdentity,
  options: { context: StackContext; signal: AbortSignal },
): Promise<void>;
export function stackContext(options: {
  home: Home;
  servers: Record<string, Server>;
  seed: string;
  routerPort?: number;
  programs?: Record<string, string>;
}): Promise<StackContext>;
/** Puts every part's program and all that it stands on into a few files, which start faster. Needs what is compiled. */
export function bundleParts(options: { signal: AbortSignal }): Promise<{ programs: Record<string, string> }>;
