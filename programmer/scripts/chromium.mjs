// A Chromium without a window, by the pipe of its developer tools (https://chromedevtools.github.io/devtools-protocol).
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--remote-debugging-pipe', '--window-size=1280,800'];

export class Chromium {
  #profile = mkdtempSync(join(tmpdir(), 'haip-page-'));
  #process = spawn(process.env.CHROME ?? 'chromium', [...flags, `--user-data-dir=${this.#profile}`], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  #waiting = new Map();
  #lastId = 0;
  #rest = '';

  constructor() {
    this.#process.stdio[4].on('data', (bytes) => this.#hear(bytes.toString()));
  }

  /** Sends a command; to a page when its session is named. */
  ask(method, params = {}, sessionId = undefined) {
    this.#lastId++;
    this.#process.stdio[3].write(`${JSON.stringify({ id: this.#lastId, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(this.#lastId, { resolve, reject }));
  }

  /** Opens a page with an empty cache. */
  async open(address) {
    const { browserContextId } = await this.ask('Target.createBrowserContext');
    const { targetId } = await this.ask('Target.createTarget', { url: address, browserContextId });
    const { sessionId } = await this.ask('Target.attachToTarget', { targetId, flatten: true });
    return {
      ask: (method, params) => this.ask(method, params, sessionId),
      evaluate: (expression) => this.#evaluate(expression, sessionId),
      close: () => this.ask('Target.disposeBrowserContext', { browserContextId }),
    };
  }

  async close() {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.ask('Browser.close');
    await gone;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #evaluate(expression, sessionId) {
    for (;;) {
      const answer = await this.ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId).catch(() => null);

      // Asked while the page comes in place of the empty one, a question goes with that.
      if (answer !== null) {
        if (answer.exceptionDetails !== undefined) {
          throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
        }

        return answer.result.value;
      }
    }
  }

  #hear(text) {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop();

    for (const { id, result, error } of parts.map((part) => JSON.parse(part))) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      error === undefined ? waiting?.resolve(result) : waiting?.reject(new Error(error.message));
    }
  }
}
