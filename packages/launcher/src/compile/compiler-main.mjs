import { compileFile } from './compile-file.mjs';

// A process of its own: the compiler takes some 60 MB, which a launcher that stays would keep for ever.
process.once('message', async ({ entries, settings }) => {
  const outcomes = await Promise.allSettled(entries.map((entry) => compileFile({ ...entry, settings })));
  const failures = outcomes.flatMap(({ reason }, index) =>
    reason ? [{ source: entries[index].source, message: reason.message }] : [],
  );
  process.send(failures, () => process.disconnect());
});
