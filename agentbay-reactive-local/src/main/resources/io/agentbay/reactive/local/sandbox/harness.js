'use strict';
const fs = require('fs');
const path = require('path');
const util = require('util');
const vm = require('vm');

const area = process.argv[2];
const code = fs.readFileSync(path.join(area, 'code'), 'utf8');
const report = fs.openSync(path.join(area, 'report'), 'w');
const tell = what => fs.writeSync(report, JSON.stringify(what) + '\n');

function fail(error) {
  const known = error instanceof Error || Object.prototype.toString.call(error) === '[object Error]';
  process.stderr.write((known ? error.stack : 'Uncaught ' + util.inspect(error)) + '\n');
  tell({ error: known ? error.name + ': ' + error.message : util.inspect(error) });
  process.exitCode = 1;
}

process.on('uncaughtException', error => {
  fail(error);
  process.exit(1);
});

globalThis.require = require('module').createRequire(path.join(process.cwd(), 'code.js'));

function evaluate() {
  try {
    return vm.runInThisContext(code, { filename: 'code.js' });
  } catch (error) {
    if (error instanceof SyntaxError && /await/.test(error.message + code)) {
      return vm.runInThisContext('(async () => {' + code + '\n})()', { filename: 'code.js' });
    }
    throw error;
  }
}

(async () => {
  try {
    const value = await evaluate();
    if (value !== undefined) {
      tell({ 'text/plain': util.inspect(value), isMainResult: true });
    }
  } catch (error) {
    fail(error);
  }
})();
