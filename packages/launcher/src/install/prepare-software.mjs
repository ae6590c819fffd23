import { bundleParts } from '../bundle/bundle-parts.mjs';
import { compile } from '../compile.mjs';
import { report, seconds } from '../terminal/report.mjs';
import { install } from './install.mjs';

/** Installs what is missing and tells what happens meanwhile. */
export async function installWithReport(session) {
  const began = performance.now();
  const onWait = (pid) => report(`Waiting for process ${pid}, which is installing packages.`);
  const wasNeeded = await install({ session, onLine: (line) => report(`  ${line}`), onWait });
  report(wasNeeded ? `packages installed in ${seconds(performance.now() - began)}` : 'packages are installed');
}

/** Compiles what changed and tells how much that was. */
export async function compileWithReport(signal) {
  const began = performance.now();
  const { compiled } = await compile({ signal });
  report(
    `${compiled.length === 0 ? 'nothing' : `${compiled.length} files`} to compile, in ${seconds(performance.now() - began)}`,
  );
}

/** Bundles the parts if something changed, and tells so; gives back their programs by name. */
export async function bundleWithReport(signal) {
  const began = performance.now();
  const { programs, isNew } = await bundleParts({ signal });
  if (isNew) report(`${Object.keys(programs).length} parts bundled in ${seconds(performance.now() - began)}`);
  return programs;
}
