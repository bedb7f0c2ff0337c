// Saves a draft while it is typed, and sends what had to wait once there is signal again.
import { drop, keep, person, read, rememberPerson, waiting } from './keeping-48b0eebb3809.js'

const SOON = 2000
const LATEST = 5000
const AGAIN = 10000
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })
const at = time => clock.format(new Date(time))

const words = form => {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (name !== '_csrf' && typeof value === 'string') body.append(name, value)
  }
  return body
}

// The same of the form as it came, whatever was typed before this script ran.
const cameWith = form => {
  const body = new URLSearchParams()
  for (const field of form.elements) {
    if (!field.name || field.name === '_csrf' || /^(submit|button|file)$/.test(field.type)) continue
    if (field.type === 'radio' || field.type === 'checkbox') {
      if (field.defaultChecked) body.append(field.name, field.value)
    } else body.append(field.name, field.defaultValue ?? field.value)
  }
  return body
}

async function token () {
  const answer = await fetch('/raise/token', { redirect: 'manual', cache: 'no-store' })
  if (answer.type === 'opaqueredirect' || answer.status === 401) return 'signed-out'
  if (!answer.ok) throw new Error('not now')
  return answer.json()
}

async function post (url, body, known) {
  body.set(known.name, known.token)
  return fetch(url, { method: 'POST', body, headers: { 'X-Heed-Script': 'yes' }, cache: 'no-store' })
}

// ---- while it is typed

function say (line, text, trouble) {
  line.textContent = text
  line.classList.toggle('heed-saving--waiting', trouble)
  // Only trouble is read out: to hear "saved" every few seconds would drown what one is writing.
  line.setAttribute('aria-live', trouble ? 'polite' : 'off')
}

function fill (form, body) {
  for (const field of form.elements) {
    if (!field.name || field.name === '_csrf' || field.type === 'submit' || field.type === 'button') continue
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = body.getAll(field.name).includes(field.value)
    else if (body.has(field.name)) field.value = body.get(field.name)
  }
}

function saving (form) {
  const line = form.querySelector('[data-saving]')
  const url = form.dataset.typing
  const place = url.replace(/\/typing$/, '')
  let first = 0
  let timer = 0
  let saved = cameWith(form).toString()
  let busy = false
  let stopped = false
  let leaving = false

  const later = delay => {
    clearTimeout(timer)
    timer = setTimeout(save, delay)
  }

  async function put (text) {
    try {
      await keep(place, 'step', place, text)
      return true
    } catch {
      return false
    }
  }

  async function save () {
    if (busy || stopped || leaving) return
    const text = words(form).toString()
    if (text === saved) return
    busy = true
    first = 0
    let failed = false
    const body = new URLSearchParams(new FormData(form))
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body,
        // A phone put away goes on sending what is small enough for that.
        keepalive: body.toString().length < 60000,
        headers: { 'X-Heed-Script': 'yes' },
        redirect: 'manual',
        cache: 'no-store'
      })
      if (answer.status === 401 || answer.type === 'opaqueredirect') {
        const kept = await put(text)
        say(line, kept
          ? 'You have been signed out. What you typed is kept in this browser, encrypted. Press Continue to sign in and go on.'
          : 'You have been signed out. Press Continue to sign in and go on: what you typed will be kept.', true)
        stopped = true
      } else if (answer.status === 403) {
        stopped = true
        await put(text)
        say(line, 'This page was open too long to be saved as you type. Press Continue to save.', true)
      } else if (answer.ok) {
        const state = await answer.json()
        form.elements.was.value = state.was
        saved = words(form).toString() === text ? text : withMark(text, state.was)
        await drop(place)
        say(line, 'Saved ' + state.at, false)
      } else if (answer.status === 409) {
        stopped = true
        say(line, 'This was also changed somewhere else. Nothing is lost: press Continue to see both.', true)
      } else if (answer.status >= 500) {
        throw new Error('away')
      } else {
        stopped = true
        say(line, 'This cannot be saved as you type. Press Continue to see why.', true)
      }
    } catch {
      failed = true
      const kept = await put(text)
      say(line, kept
        ? 'Not saved yet: no signal, or Heed does not answer. What you typed is kept in this browser, encrypted. It is saved when there is signal again.'
        : 'Not saved yet: no signal, or Heed does not answer. This browser cannot keep what you typed. Leave this page open.', true)
      later(AGAIN)
    } finally {
      busy = false
    }
    if (!stopped && !failed && words(form).toString() !== saved && first === 0) later(SOON)
  }

  const withMark = (text, was) => {
    const body = new URLSearchParams(text)
    body.set('was', was)
    return body.toString()
  }

  form.addEventListener('input', () => {
    const now = performance.now()
    if (first === 0) first = now
    later(Math.max(0, Math.min(SOON, first + LATEST - now)))
  })
  form.addEventListener('submit', event => {
    clearTimeout(timer)
    leaving = true
    // Where no service worker stands behind the page, a line lost in this moment would take the words with it.
    if (!navigator.serviceWorker?.controller) put(words(form).toString())
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save()
  })
  window.addEventListener('online', () => later(0))
  later(SOON)
  return {
    place,
    // What could not be saved the last time is put back, with the mark it was typed against.
    async restore (item) {
      const body = await read(item)
      if (body.toString() === words(form).toString()) return drop(item.id)
      for (const name of [...body.keys()]) if (name === '_csrf') body.delete(name)
      fill(form, body)
      // The radios then open what belongs to the answer.
      for (const picked of form.querySelectorAll('input[type=radio]:checked')) picked.click()
      for (const more of form.querySelectorAll('details')) {
        if ([...more.querySelectorAll('input, textarea')].some(field => field.value && field.type !== 'radio' && field.type !== 'checkbox')) more.open = true
      }
      say(line, 'We put back what you typed ' + at(item.at) + ', which could not be saved then.', true)
      later(SOON)
    }
  }
}

// ---- what waits

function element (name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

function link (href, text) {
  const made = element('a', 'govuk-link', text)
  made.href = href
  return made
}

const box = () => {
  let found = document.querySelector('[data-waiting]')
  if (!found) {
    found = element('div')
    found.dataset.waiting = ''
    found.setAttribute('role', 'status')
    const column = document.querySelector('#main-content .govuk-grid-column-two-thirds')
    const place = column ?? document.querySelector('#main-content')
    place.prepend(found)
  }
  return found
}

const TEXTS = {
  'signed-out': 'Sign in to send it.',
  other: 'Someone else typed it. Only they can see and send it, when they sign in with this browser.',
  away: 'It goes by itself when there is signal, while Heed is open.',
  changed: 'It was also changed somewhere else.',
  gone: 'The draft it belongs to was sent or deleted. You can read what you typed here.'
}

async function show (item, why) {
  const part = element('div', 'heed-waiting')
  const what = item.kind === 'step'
    ? 'Typed ' + at(item.at) + ', not saved yet.'
    : item.kind === 'begun'
      ? 'Begun ' + at(item.at) + ', not sent.'
      : 'Waiting to be sent since ' + at(item.at) + '.'
  const first = element('p', 'govuk-body')
  first.append(element('strong', null, what), ' ' + (item.kind === 'begun' ? '' : TEXTS[why]) + ' Kept in this browser, encrypted, for up to 24 hours.')
  part.append(first)
  if (why === 'other') return part
  if (item.kind !== 'send') {
    const typed = [...await read(item)].filter(([name, value]) => value.trim() && name !== 'was' && name !== 'submission')
    const more = element('details', 'govuk-details')
    const summary = element('summary', 'govuk-details__summary')
    summary.append(element('span', 'govuk-details__summary-text', 'Show what you typed'))
    const text = element('div', 'govuk-details__text')
    for (const [, value] of typed) {
      const line = element('p', 'govuk-body heed-typed', value)
      line.dir = 'auto'
      text.append(line)
    }
    more.append(summary, text)
    part.append(more)
  }
  const group = element('p', 'govuk-body')
  if (why === 'signed-out') group.append(link('/sign-in', 'Sign in'), ' ')
  if (item.kind === 'begun') group.append(link('/no-signal', 'Go on with it'), ' ')
  if (why === 'changed') group.append(link(item.url, 'See both'), ' ')
  const remove = element('button', 'heed-link-button', 'Delete it from this browser')
  remove.type = 'button'
  remove.addEventListener('click', async () => {
    await drop(item.id)
    const gone = element('p', 'govuk-body', 'Deleted from this browser. ')
    part.replaceChildren(gone)
  })
  group.append(remove)
  part.append(group)
  return part
}

function received (text, href, name) {
  const part = element('div', 'heed-flash')
  const line = element('p', null, text + ' ')
  if (href) line.append(link(href, name))
  part.append(line)
  return part
}

// Sends one thing that waits. Says what is to be shown, or nothing.
async function leave (item, known) {
  if (item.kind === 'begun') return show(item, 'away')
  if (item.person !== known.person) return show(item, 'other')
  const body = await read(item)
  if (item.kind === 'step') {
    const answer = await post(item.url + '/typing', body, known)
    if (answer.ok) {
      await drop(item.id, item.at)
      if ((await answer.json()).state === 'SAME') return null
      return received('What you typed ' + at(item.at) + ' without signal is saved in your draft.', item.url.split('/').slice(0, 3).join('/'), 'Go on with it')
    }
    if (answer.status >= 500) throw new Error('away')
    if (answer.status === 401 || answer.status === 403) return show(item, 'signed-out')
    const state = answer.status === 409 ? (await answer.json()).state : 'gone'
    return show(item, state === 'CHANGED_ELSEWHERE' ? 'changed' : 'gone')
  }
  const answer = await post(item.kind === 'send' ? item.url : '/raise/from-browser', body, known)
  if (answer.status >= 500) throw new Error('away')
  if (answer.status === 403 || answer.status === 401) return show(item, 'signed-out')
  const to = item.kind === 'send' ? new URL(answer.url).pathname : answer.ok ? (await answer.json()).to : null
  if (to === null) return show(item, 'gone')
  await drop(item.id, item.at)
  return to.endsWith('/receipt')
    ? received('We have your concern. It was kept here without signal and has now been sent.', to, 'See your receipt')
    : received('Your concern was not sent: something has to be put right first.', to.replace(/\/sending$/, ''), 'Put it right')
}

let going = false
async function flush (mine) {
  if (going) return
  going = true
  try {
    const items = (await waiting()).filter(item => item.id !== mine)
    if (items.length === 0) return
    await navigator.locks.request('heed-sending', async () => {
      let known
      try {
        known = navigator.onLine ? await token() : 'away'
      } catch {
        known = 'away'
      }
      const parts = []
      for (const item of (await waiting()).filter(i => i.id !== mine)) {
        try {
          parts.push(typeof known === 'string' ? await show(item, item.person === await person() ? known : 'other') : await leave(item, known))
        } catch {
          parts.push(await show(item, 'away'))
        }
      }
      const shown = parts.filter(part => part !== null)
      if (shown.length > 0 || document.querySelector('[data-waiting]')) box().replaceChildren(...shown)
    })
  } finally {
    going = false
  }
}

// ---- the page for no signal

function beginning (form) {
  const line = form.querySelector('[data-saving]')
  const id = form.elements.submission
  let timer = 0
  const problem = document.querySelector('[data-problem]')
  const put = kind => keep(id.value, kind, '/no-signal', words(form).toString())
  const empty = () => [...words(form)].every(([name, value]) => name === 'submission' || !value)
  const begin = async () => {
    clearTimeout(timer)
    if (empty()) return
    try {
      await put('begun')
      say(line, 'What you have typed is kept. It is not sent yet.', false)
    } catch {
      say(line, 'This browser cannot keep what you type. Leave this page open until there is signal.', true)
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(begin, 300)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') begin()
  })
  form.addEventListener('submit', async event => {
    event.preventDefault()
    clearTimeout(timer)
    const missing = !form.elements.seen.value.trim()
    problem.hidden = !missing
    if (missing) {
      problem.focus()
      return
    }
    try {
      await put('new')
    } catch {
      say(line, 'This browser cannot keep what you type. Leave this page open until there is signal.', true)
      return
    }
    form.reset()
    id.value = crypto.randomUUID()
    clearTimeout(timer)
    say(line, '', false)
    await flush()
    box().scrollIntoView()
  })
  begin()
  return {
    async restore (item) {
      if (!empty()) return
      fill(form, await read(item))
      id.value = item.id
      say(line, 'We put back what you typed ' + at(item.at) + '. It is not sent yet.', true)
    }
  }
}

// Has the page for no signal kept. What failed once on a poor line is tried again; a page that was open before the keeper was,
// or that was loaded past it, is taken over.
async function watch (refresh) {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
    const { active } = await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller) active.postMessage('claim')
    if (refresh) active.postMessage('refresh')
  } catch {
    // Tried again soon.
  }
}

export async function start () {
  // First of all, so that nothing typed early is missed.
  const savers = [...document.querySelectorAll('form[data-typing]')].map(saving)
  const fresh = document.querySelector('form[data-new]')
  if (fresh && window.isSecureContext) fresh.elements.submission.value = crypto.randomUUID()
  if (!('indexedDB' in window) || !window.isSecureContext) {
    // Without these the browser cannot keep anything; saving while one types still works.
    return
  }
  const who = document.body.dataset.person
  if (who) {
    const refresh = document.body.dataset.refresh !== undefined
    watch(refresh)
    setInterval(() => { if (!navigator.serviceWorker?.controller) watch(false) }, AGAIN)
    await rememberPerson(who)
  }
  let mine
  const items = await waiting()
  for (const saver of savers) {
    const item = items.find(i => i.id === saver.place && i.kind === 'step' && i.person === who)
    mine = saver.place
    if (item) await saver.restore(item)
  }
  if (fresh) {
    const begun = items.findLast(i => i.kind === 'begun')
    const beginner = beginning(fresh)
    if (begun && begun.person === await person()) {
      await beginner.restore(begun)
      mine = begun.id
    }
  }
  await flush(mine)
  window.addEventListener('online', () => flush(mine))
  setInterval(() => flush(mine), AGAIN)
}

// A page out of the browser's memory holds marks of before: what it held was saved or sent since.
window.addEventListener('pageshow', event => {
  if (event.persisted && document.querySelector('form[data-typing]')) window.location.reload()
})
