// Keeps the page usable without a network: the clinic's device reaches the pump by radio and needs no server for it. Nothing but the
// build's own files is ever kept, and a new build waits until the last tab of the old one is closed: no tab mixes the two.

/** Written by the build in front of this file. */
declare const build: { readonly version: string; readonly files: readonly string[] };

// The parts of the service worker's events that are used; the DOM's library has none of them.
interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const prefix = 'haip-programmer-';
const cacheName = `${prefix}${build.version}`;
const addresses = new Set(build.files.map((file) => new URL(file, location.href).href));

addEventListener('install', (event) => {
  (event as Waiting).waitUntil(caches.open(cacheName).then((cache) => cache.addAll([...addresses])));
});

addEventListener('activate', (event) => {
  (event as Waiting).waitUntil(dropOlder());
});

addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const address = new URL(request.url);
  address.search = '';
  address.hash = '';

  if (request.method === 'GET' && addresses.has(address.href)) {
    (event as Fetching).respondWith(fromCache(address.href, request));
  }
});

async function fromCache(address: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(address);
  return kept ?? fetch(request);
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
}
