import { defineConfig } from 'vitest/config';
import { precache } from './build/precache.ts';

export default defineConfig({
  // Relative, so that the folder runs wherever it is put.
  base: './',
  plugins: [precache()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // Everything is a file: inlined as data: the page's own rules would refuse it.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', worker: 'src/offline/worker.ts' },
      // The worker's scope is the folder that it lies in.
      output: { entryFileNames: chunk => chunk.name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js' },
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
});
