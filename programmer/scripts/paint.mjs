// How fast the page is there: node scripts/paint.mjs http://127.0.0.1:5080 [times]. Asks a Chromium without a window, each time with an
// empty cache, over the pipe of its developer tools (https://chromedevtools.github.io/devtools-protocol).
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [address, times = '10'] = process.argv.slice(2);

if (address === undefined) {
  console.error('usage: node scripts/paint.mjs ADDRESS [TIMES]');
  process.exit(2);
}

const profile = mkdtempSync(join(tmpdir(), 'haip-paint-'));
const chrome = spawn(
  process.env.CHROME ?? 'chromium',
  ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--remote-debugging-pipe', `--user-data-dir=${profile}`],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
);
const waiting = new Map();
let lastId = 0;
let rest = '';

chrome.stdio[4].on('data', (bytes) => {
  const parts = (rest + bytes.toString()).split('\0');
  rest = parts.pop();

  for (const message of parts.map((part) => JSON.parse(part))) {
    waiting.get(message.id)?.(message.result ?? message.error);
    waiting.delete(message.id);
  }
});

function ask(method, params = {}, sessionId = undefined) {
  lastId++;
  chrome.stdio[3].write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
  return new Promise((resolve) => waiting.set(lastId, resolve));
}

// A paint is reported once it has happened; a page without one would be waited for in vain.
const measure = `new Promise((resolve) => {
  const say = () => resolve(JSON.stringify({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    bytes: [performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0),
  }));
  new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length > 0 && setTimeout(say, 500)).observe({ type: 'paint', buffered: true });
})`;

async function load() {
  const { browserContextId } = await ask('Target.createBrowserContext');
  const { targetId } = await ask('Target.createTarget', { url: address, browserContextId });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const { result } = await ask('Runtime.evaluate', { expression: measure, awaitPromise: true }, sessionId);
  await ask('Target.disposeBrowserContext', { browserContextId });
  return JSON.parse(result.value);
}

await load(); // the browser's own first time
const loads = [];

for (let i = 0; i < Number(times); i++) {
  loads.push(await load());
}

const paints = loads.map((each) => each.paintMs).sort((a, b) => a - b);
console.log(
  `first contentful paint: median ${Math.round(paints[Math.floor(paints.length / 2)])} ms, worst ${Math.round(paints.at(-1))} ms of ${paints.length}; `
    + `${Math.round(loads.at(-1).bytes / 1000)} kB received`,
);
const gone = new Promise((resolve) => chrome.once('exit', resolve));
await ask('Browser.close');
await gone;
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
