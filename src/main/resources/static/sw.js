// What waits in this browser while there is no signal: encrypted under a key that cannot be taken out of the browser,
// theirs who typed it, gone on receipt, when they delete it, or after a day. The key goes with the last of it.
const KEPT_FOR = 24 * 60 * 60 * 1000

function opened () {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('heed-waiting', 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('facts')
      asked.result.createObjectStore('items', { keyPath: 'id' })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

async function within (store, mode, act) {
  const database = await opened()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode)
      const asked = act(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

const alone = work => navigator.locks.request('heed-keeping', work)
const bound = item => new TextEncoder().encode(JSON.stringify([item.id, item.kind, item.url, item.person, item.at]))

async function key () {
  let known = await within('facts', 'readonly', facts => facts.get('key'))
  if (!known) {
    known = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    await within('facts', 'readwrite', facts => facts.put(known, 'key'))
  }
  return known
}

// Remembers whose browser this is, as a mark that says nothing about them.
function rememberPerson (person) {
  return within('facts', 'readwrite', facts => facts.put(person, 'person'))
}

function person () {
  return within('facts', 'readonly', facts => facts.get('person'))
}

// Keeps a form: kind is 'step' (a part of a draft), 'send' (a draft to be sent), 'new' (a whole concern to be sent) or
// 'begun' (a whole concern still being typed).
function keep (id, kind, url, body) {
  return alone(async () => {
    const item = { id, kind, url, person: await person(), at: Date.now() }
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(item) }, await key(),
      new TextEncoder().encode(body))
    await within('items', 'readwrite', items => items.put({ ...item, iv, text }))
  })
}

async function read (item) {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: item.iv, additionalData: bound(item) }, await key(),
    item.text)
  return new URLSearchParams(new TextDecoder().decode(text))
}

// Removes it. With `at` only if it was not kept anew meanwhile.
function drop (id, at) {
  return alone(async () => {
    const item = await within('items', 'readonly', items => items.get(id))
    if (item && (at === undefined || item.at === at)) await within('items', 'readwrite', items => items.delete(id))
    if (await within('items', 'readonly', items => items.count()) === 0) {
      await within('facts', 'readwrite', facts => facts.delete('key'))
    }
  })
}

// Everything that waits, oldest first; what is older than a day goes.
async function waiting () {
  const now = Date.now()
  const all = await within('items', 'readonly', items => items.getAll())
  for (const old of all.filter(item => now - item.at > KEPT_FOR)) await drop(old.id, old.at)
  return all.filter(item => now - item.at <= KEPT_FOR).sort((a, b) => a.at - b.at)
}

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
