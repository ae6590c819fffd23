import fs from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';
import { packagesSymbol } from './packages-symbol.mjs';

let compiled;

/** Node's environment with the packages as one script: compiled once in a worker, run anew for each test file. */
class BundleEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const { packagesScript } = config.projectConfig.testEnvironmentOptions;
    let packages;
    Object.defineProperty(this.global, packagesSymbol, {
      configurable: true,
      get: () => {
        packages ??= this.runScript(packagesScript);
        return packages;
      },
    });
  }

  runScript(file) {
    compiled ??= compile(file);
    const module = { exports: {} };
    compiled.runInContext(this.context)(this.requireFor(file), module, module.exports);
    return module.exports;
  }

  // Jest gives each test file a `process` of its own.
  requireFor(file) {
    const native = createRequire(file);
    const { process } = this.global;
    return Object.assign((name) => (/^(node:)?process$/.test(name) ? process : native(name)), native);
  }
}

function compile(file) {
  return new vm.Script(`(function (require, module, exports) {${fs.readFileSync(file, 'utf8')}\n})`, {
    // Not quite the file's name: jest would search all of it for a source map at each test file's first error.
    filename: `${file}?compiled`,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

export { BundleEnvironment as default };
