// What the page costs: node scripts/figures.mjs [ADDRESS], of a virtual board that was started with --demo.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium } from './chromium.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:5080';
const loads = 10;
const liveSeconds = 30;
const points = 100_000;
const steps = 120;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const most = (values) => values.reduce((a, b) => Math.max(a, b));
const press = (label) => `[...document.querySelectorAll('button')].find((button) => (button.ariaLabel ?? button.textContent).trim() === ${JSON.stringify(label)}).click()`;
const goTo = (screen) => `location.hash = '#/${screen}'`;

/** Resolves when the page has drawn something. A paint is reported once it has happened: a page without one would be waited for in vain. */
const painted = `new Promise((resolve) => {
  const say = () => resolve({
    at: location.href,
    paintMs: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    bytes: [performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0),
  });
  new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length > 0 && setTimeout(say, 500)).observe({ type: 'paint', buffered: true });
})`;

async function paint(chromium) {
  const seen = [];

  for (let i = 0; i <= loads; i++) {
    const page = await chromium.open(address);
    seen.push(await page.evaluate(painted));
    await page.close();
  }

  if (seen.some((each) => !each.at.startsWith(address))) {
    throw new Error(`nobody answers at ${address}`);
  }

  const paints = seen.slice(1).map((each) => each.paintMs); // the first was the browser's own first time
  console.log(`first contentful paint: median ${Math.round(median(paints))} ms, worst ${Math.round(most(paints))} ms of ${loads}`);
  console.log(`received: ${Math.round(seen.at(-1).bytes / 1_000)} kB`);
}

async function rendererSeconds(chromium) {
  const { processInfo } = await chromium.ask('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function live(chromium) {
  const page = await chromium.open(address);
  await page.evaluate(painted);
  await page.evaluate(press('Use the demo pump'));
  await pause(3_000);
  await page.evaluate(goTo('overview'));
  await pause(5_000);
  const before = await rendererSeconds(chromium);
  await pause(liveSeconds * 1_000);
  const used = (await rendererSeconds(chromium)) - before;
  await page.close();
  console.log(`live view: ${((100 * used) / liveSeconds).toFixed(1)} % of a core over ${liveSeconds} s`);
}

/** A log of so many hours that nobody has lived. */
function longLog() {
  const entries = Array.from({ length: points }, (_, i) => ({
    log: 'events', number: i, atSeconds: 1_767_225_600 + i * 26, clock: true, event: 'HourPassed', first: 54_167, second: 54_167 + Math.round(900 * Math.sin(i / 7) + 400 * Math.sin(i / 911)),
  }));
  return JSON.stringify({ format: 'haip-log', version: 1, serial: 'FIGURES', savedAtMs: 0, entries });
}

/** Moves the curve a step a frame; the time from each frame to the next. */
const frames = (acts) => `(async () => {
  const buttons = [...document.querySelectorAll('figure.curve .controls button')];
  const acts = ${JSON.stringify(acts)};
  const times = [];
  for (let i = 0, last = await new Promise(requestAnimationFrame); i < ${steps}; i++) {
    if (acts.length > 0) buttons[acts[i % acts.length]].click();
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  return times;
})()`;

async function history(chromium) {
  const folder = mkdtempSync(join(tmpdir(), 'haip-log-'));
  const file = join(folder, 'log.json');
  writeFileSync(file, longLog());
  const page = await chromium.open(`${address}/#/history`);
  await page.evaluate(painted);
  await page.ask('DOM.enable');
  const { root } = await page.ask('DOM.getDocument');
  const { nodeId } = await page.ask('DOM.querySelector', { nodeId: root.nodeId, selector: 'input[type=file]' });
  await page.ask('DOM.setFileInputFiles', { nodeId, files: [file] });
  await page.evaluate(`new Promise((resolve) => { const look = () => document.querySelector('figure.curve .controls') ? resolve() : setTimeout(look, 100); look(); })`);
  await pause(2_000);
  const idle = await page.evaluate(frames([]));
  const moved = await page.evaluate(frames([2, 2, 2, 0, 1, 1, 0, 3, 0, 1, 3, 3, 1, 0, 4])); // closer, earlier, later, wider, all
  await page.close();
  rmSync(folder, { recursive: true });
  console.log(`history of ${points} points, ${steps} steps of moving and zooming: frames of ${median(moved).toFixed(0)} ms, worst ${most(moved).toFixed(0)} ms (idle: worst ${most(idle).toFixed(0)} ms)`);
}

const chromium = new Chromium();

try {
  await paint(chromium);
  await live(chromium);
  await history(chromium);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await chromium.close();
}
