// Runs code again and again with what earlier runs left: reads "number marker" lines from descriptor 3.
'use strict';
const fs = require('fs');
const inspector = require('inspector');
const net = require('net');
const path = require('path');
const readline = require('readline');
const util = require('util');

const area = process.argv[2];
const TAKE = 'agentbay.take';
const session = new inspector.Session();
session.connect();
let taken;
let report = null;
let status = 0;

function tell(what) {
  if (report !== null) {
    fs.writeSync(report, JSON.stringify(what) + '\n');
  }
}

/** The frames of the code, without those that called it. */
function stack(error) {
  const lines = String(error.stack).split('\n');
  const ours = lines.findIndex(line => line.includes(__filename) || line.includes('node:inspector'));
  return lines.slice(0, ours < 0 ? lines.length : ours).join('\n');
}

function fail(error) {
  const known = error instanceof Error || Object.prototype.toString.call(error) === '[object Error]';
  process.stderr.write((known ? stack(error) : 'Uncaught ' + util.inspect(error)) + '\n');
  tell({ error: known ? error.name + ': ' + error.message : util.inspect(error) });
  status = 1;
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

globalThis.require = require('module').createRequire(path.join(process.cwd(), 'code.js'));
Object.defineProperty(globalThis, Symbol.for(TAKE), { value: value => { taken = value; } });

function post(method, parameters) {
  return new Promise((done, failed) =>
    session.post(method, parameters, (error, answer) => (error ? failed(error) : done(answer))));
}

/** The value itself behind what the inspector tells of it. */
async function real(remote) {
  if (remote.objectId === undefined) {
    const { unserializableValue: special } = remote;
    return special === undefined ? remote.value : special.endsWith('n') ? BigInt(special.slice(0, -1)) : Number(special);
  }
  await post('Runtime.callFunctionOn', {
    objectId: remote.objectId,
    functionDeclaration: `function (value) { globalThis[Symbol.for('${TAKE}')](value); }`,
    arguments: [{ objectId: remote.objectId }],
  });
  await post('Runtime.releaseObject', { objectId: remote.objectId });
  const value = taken;
  taken = undefined;
  return value;
}

/** As a prompt evaluates: names may be declared again, and await stands outside every function. */
async function evaluate(code) {
  const { result, exceptionDetails } = await post('Runtime.evaluate', {
    expression: code + '\n//# sourceURL=code.js',
    replMode: true,
    awaitPromise: true,
  });
  if (exceptionDetails) {
    const thrown = exceptionDetails.exception;
    throw thrown ? await real(thrown) : new Error(exceptionDetails.text);
  }
  return { value: await real(result) };
}

async function attempt(code) {
  try {
    const value = await (await evaluate(code)).value;
    if (value !== undefined) {
      tell({ 'text/plain': util.inspect(value), isMainResult: true });
    }
  } catch (error) {
    fail(error);
  }
}

async function run(line) {
  const [number, marker] = line.split(' ');
  const code = fs.readFileSync(path.join(area, 'cell-' + number), 'utf8');
  report = fs.openSync(path.join(area, 'report-' + number), 'w');
  status = 0;
  await attempt(code);
  fs.closeSync(report);
  report = null;
  fs.writeFileSync(path.join(area, 'exit-' + number), String(status));
  fs.writeSync(1, marker);
  fs.writeSync(2, marker);
}

const runs = readline.createInterface({ input: new net.Socket({ fd: 3, readable: true, writable: false }) });
let last = Promise.resolve();
runs.on('line', line => { last = last.then(() => run(line)); });
runs.on('close', () => process.exit(0));
