// Brings dist up to date, as "dotnet build boards/virtual" wants it: packages when the lock file is newer than they are, then the page.
// Two builds at once wait for each other. The last line of the output says what was done, or what is missing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DONE = 0;
const NODE_IS_TOO_OLD = 10;
const NO_PACKAGES = 11;
const PAGE_IS_WRONG = 12;

const LONGEST_WAIT_MS = 300_000;
const LOOK_AGAIN_MS = 250;

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const lock = join(folder, '.building');
const stamp = join(folder, 'node_modules', '.installed');
const page = join(folder, 'dist', 'index.html');

// As vite's package.json has it.
function nodeIsNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

// A folder is made by one process only, on every system. One that a killed build left behind is too old one day.
function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (e) {
      if (e.code !== 'EEXIST') {
        throw e;
      }
    }

    const made = timeOf(lock);

    if (made !== 0 && Date.now() - made > LONGEST_WAIT_MS) {
      rmSync(lock, { recursive: true, force: true });
    } else {
      sleep(LOOK_AGAIN_MS);
    }
  }
}

// 0: there is none.
function timeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function npm(...args) {
  // On Windows npm is a script, which only a shell starts.
  const run = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  return { ok: run.status === 0, output: `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim() };
}

function make(pageBefore, startedAt) {
  if (timeOf(join(folder, 'package-lock.json')) > timeOf(stamp)) {
    const installed = npm('ci', '--no-progress', '--loglevel=error');

    if (!installed.ok) {
      console.log(installed.output);
      return [NO_PACKAGES, 'npm ci could not fetch the packages of the programmer page, which needs the network once; build again when there is one'];
    }

    writeFileSync(stamp, '');
  }

  // Whoever built while this one waited has left nothing to do.
  if (timeOf(page) !== pageBefore) {
    return [DONE, 'the programmer page was built by another build'];
  }

  const built = npm('run', 'build');

  if (!built.ok) {
    console.log(built.output);
    return [PAGE_IS_WRONG, 'npm run build failed in programmer'];
  }

  // A source that was saved meanwhile is newer than this.
  utimesSync(page, startedAt, startedAt);
  return [DONE, 'programmer page built'];
}

if (!nodeIsNewEnough()) {
  console.log(`Node.js ${process.versions.node} is too old`);
  process.exit(NODE_IS_TOO_OLD);
}

const pageBefore = timeOf(page);
takeLock();

try {
  const [code, sentence] = make(pageBefore, new Date());
  console.log(sentence);
  process.exitCode = code;
} finally {
  rmSync(lock, { recursive: true, force: true });
}
