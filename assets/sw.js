// Keeps one page for when there is no signal: an empty form and the numbers to ring. No page with anybody's words in it is
// ever kept here; what was typed goes, encrypted, where keeping.js puts it.
const SHELL = 'heed-no-signal'
const PAGE = '/no-signal'

async function fill () {
  const page = await fetch(PAGE, { cache: 'no-store' })
  if (!page.ok) throw new Error('the page for no signal did not come')
  const text = await page.clone().text()
  const wanted = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(found => found[1])
  const cache = await caches.open(SHELL)
  const kept = new Set([PAGE])
  while (wanted.length > 0) {
    const address = wanted.shift()
    const answer = await fetch(address)
    if (!answer.ok) throw new Error('a part of the page for no signal did not come')
    if (/\.js(\?|$)/.test(address)) {
      const code = await answer.clone().text()
      for (const found of code.matchAll(/from ?["']\.\/([^"']+)["']/g)) wanted.push('/assets/' + found[1])
    }
    kept.add(address)
    await cache.put(address, answer)
  }
  await cache.put(PAGE, page)
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url)
    if (!kept.has(pathname + search)) await cache.delete(request)
  }
}

self.addEventListener('install', event => {
  self.skipWaiting()
  event.waitUntil(fill())
})

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('message', event => {
  if (event.data === 'refresh') event.waitUntil(fill().catch(() => {}))
  if (event.data === 'claim') event.waitUntil(self.clients.claim())
})

async function shell () {
  const kept = await caches.match(PAGE)
  return kept ?? Response.error()
}

async function keepPosted (request) {
  const { pathname } = new URL(request.url)
  const body = new URLSearchParams(await request.text())
  body.delete('_csrf')
  if (pathname.endsWith('/sending')) await keep(pathname, 'send', pathname, '')
  else if (!/\/(discarding|removal)$/.test(pathname)) await keep(pathname, 'step', pathname, body.toString())
}

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  const form = (request.headers.get('Content-Type') ?? '').startsWith('application/x-www-form-urlencoded')
  if (request.mode === 'navigate' && request.method === 'GET') {
    event.respondWith(fetch(request).catch(shell))
  } else if (request.mode === 'navigate' && form && /^\/raise\/[^/]+\/./.test(pathname)) {
    const copy = request.clone()
    event.respondWith(fetch(request).catch(async () => {
      await keepPosted(copy)
      return shell()
    }))
  } else if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(shell))
  } else if (request.method === 'GET' && pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)))
  }
})
