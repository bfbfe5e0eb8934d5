import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative, so that the folder runs wherever it is put.
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
  test: { include: ['tests/**/*.test.ts'] },
});
