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
export function rememberPerson (person) {
  return within('facts', 'readwrite', facts => facts.put(person, 'person'))
}

export function person () {
  return within('facts', 'readonly', facts => facts.get('person'))
}

// Keeps a form: kind is 'step' (a part of a draft), 'send' (a draft to be sent), 'new' (a whole concern to be sent) or
// 'begun' (a whole concern still being typed).
export function keep (id, kind, url, body) {
  return alone(async () => {
    const item = { id, kind, url, person: await person(), at: Date.now() }
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(item) }, await key(),
      new TextEncoder().encode(body))
    await within('items', 'readwrite', items => items.put({ ...item, iv, text }))
  })
}

export async function read (item) {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: item.iv, additionalData: bound(item) }, await key(),
    item.text)
  return new URLSearchParams(new TextDecoder().decode(text))
}

// Removes it. With `at` only if it was not kept anew meanwhile.
export function drop (id, at) {
  return alone(async () => {
    const item = await within('items', 'readonly', items => items.get(id))
    if (item && (at === undefined || item.at === at)) await within('items', 'readwrite', items => items.delete(id))
    if (await within('items', 'readonly', items => items.count()) === 0) {
      await within('facts', 'readwrite', facts => facts.delete('key'))
    }
  })
}

// Everything that waits, oldest first; what is older than a day goes.
export async function waiting () {
  const now = Date.now()
  const all = await within('items', 'readonly', items => items.getAll())
  for (const old of all.filter(item => now - item.at > KEPT_FOR)) await drop(old.id, old.at)
  return all.filter(item => now - item.at <= KEPT_FOR).sort((a, b) => a.at - b.at)
}
