import { describe, expect, it } from 'vitest';

/** What each folder may import besides itself: everything points away from the view. */
const mayImport: Record<string, readonly string[]> = {
  protocol: [],
  link: ['protocol'],
  session: ['link', 'protocol'],
  model: ['session', 'link', 'protocol'],
  texts: ['model', 'session', 'link', 'protocol'],
};

const sources = Object.entries(import.meta.glob<string>('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }));

const inLayer = (layer: string) => sources.filter(([file]) => file.startsWith(`../src/${layer}/`));

const folderOf = (file: string, target: string) => new URL(target, `file:///${file.replace('../', '')}`).pathname.split('/')[2];

describe('layers', () => {
  it.each(Object.entries(mayImport))('%s imports nothing above it', (layer, below) => {
    const foreign = inLayer(layer).flatMap(([file, text]) => [...text.matchAll(/from '(\.[^']*)'/g)]
      .map(([, target = '']) => folderOf(file, target) ?? '')
      .filter(folder => folder !== layer && !below.includes(folder))
      .map(folder => `${file} imports ${folder}`));

    expect(inLayer(layer).length).toBeGreaterThan(0);
    expect(foreign).toEqual([]);
  });

  it.each(['link', 'protocol', 'session', 'model'])('%s knows no document', layer => {
    const touching = inLayer(layer)
      .filter(([, text]) => /\b(document|window|HTML\w+)\b\s*[.;)]/.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
      .map(([file]) => file);

    expect(touching).toEqual([]);
  });
});
