import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Reply } from './answer-parent.js';

/** A process of this bench that is asked one thing after the other. */
export class Companion<Question extends object, Answer> {
  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  static start<Question extends object, Answer>(name: string, program: URL): Companion<Question, Answer> {
    return new Companion(name, fork(program, { execArgv: [] }));
  }

  /** @throws {Error} when it cannot answer, or has ended. */
  async ask(question: Question): Promise<Answer> {
    if (!this.child.connected) throw new Error(`${this.name} has ended.`);
    const waiting = new AbortController();
    const { signal } = waiting;
    const replied = once(this.child, 'message', { signal });
    const ended = once(this.child, 'disconnect', { signal }).then(() => [{ problem: 'it has ended.' }]);
    this.child.send(question);
    const [reply] = (await Promise.race([replied, ended])) as [Reply<Answer>];
    waiting.abort();
    if ('problem' in reply) throw new Error(`${this.name}: ${reply.problem}`);
    return reply.answer;
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}
