/** What a process that answers its parent sends back. */
export type Reply<Answer> = { answer: Answer } | { problem: string };

/** Answers what the parent process asks, one thing after the other, and goes when the parent does. */
export function answerParent<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (question: Question) => {
    answer(question).then(
      (found) => process.send?.({ answer: found } satisfies Reply<Answer>),
      (error: Error) => process.send?.({ problem: error.message } satisfies Reply<Answer>),
    );
  });
}
