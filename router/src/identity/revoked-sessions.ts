/** Longer than any access token lives. */
export const revocationMemoryMs = 20 * 60_000;

/** The sessions that ended before their access tokens did. */
export class RevokedSessions {
  private readonly revokedAtMs = new Map<string, number>();
  private readonly listeners = new Map<string, Set<() => void>>();

  has(sessionId: string | undefined): boolean {
    return sessionId !== undefined && this.revokedAtMs.has(sessionId);
  }

  /** Harmless when repeated. */
  add(sessionId: string, revokedAt: Date): void {
    this.forgetBefore(Date.now() - revocationMemoryMs);
    this.revokedAtMs.set(sessionId, revokedAt.getTime());
    for (const listener of this.listeners.get(sessionId) ?? []) listener();
  }

  /** Calls the listener when the session is revoked. Returns a function that ends this. */
  onRevoked(sessionId: string, listener: () => void): () => void {
    const listeners = this.listeners.get(sessionId) ?? new Set();
    this.listeners.set(sessionId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(sessionId) === listeners) this.listeners.delete(sessionId);
    };
  }

  private forgetBefore(limitMs: number): void {
    for (const [sessionId, revokedAtMs] of this.revokedAtMs) {
      if (revokedAtMs >= limitMs) return;
      this.revokedAtMs.delete(sessionId);
    }
  }
}
