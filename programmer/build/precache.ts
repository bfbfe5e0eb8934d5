import type { Plugin } from 'vite';

const worker = 'worker.js';
const text = new TextEncoder();

/** Writes into the service worker which files the build consists of, and a version that changes with any of them. */
export function precache(): Plugin {
  let publicDir = '';

  return {
    name: 'precache',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post', // the page itself is one of the files
      async handler(_, bundle) {
        const chunk = bundle[worker];

        if (chunk?.type !== 'chunk') {
          throw new Error(`no ${worker} in the build`);
        }

        const copied = await this.fs.readdir(publicDir);
        const built = Object.keys(bundle).filter((name) => name !== worker);
        const contents = [
          ...(await Promise.all(copied.map((name) => this.fs.readFile(`${publicDir}/${name}`)))),
          ...built.map((name) => bytesOf(bundle[name]?.type === 'chunk' ? bundle[name].code : (bundle[name]?.source ?? ''))),
        ];
        const hashes = await Promise.all(contents.map((content) => crypto.subtle.digest('SHA-256', new Uint8Array(content))));
        const version = hex(await crypto.subtle.digest('SHA-256', await new Blob(hashes).arrayBuffer()));
        chunk.code = `const build = ${JSON.stringify({ version, files: ['./', ...built, ...copied] })};\n${chunk.code}`;
      },
    },
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? text.encode(content) : content;
}

function hex(hash: ArrayBuffer): string {
  return Array.from(new Uint8Array(hash, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
