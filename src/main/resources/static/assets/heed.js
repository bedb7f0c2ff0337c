// Everything works without this script; with it, some things are kinder.
import { initAll } from './govuk-frontend-6.6.0.min.js'
import { start as startPasskeys } from './passkeys-dfb482c946da.js'
import { start } from './waiting-cec5796432d2.js'

// GOV.UK Frontend starts nothing until it finds this class; the usual inline script is barred by our
// content security policy.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
start()
startPasskeys()

// Two taps on a slow line send a form once. The server refuses doubles too: this only spares a person the
// second page. The hold ends by itself, so a lost line or a download never leaves a dead button behind.
const HOLD = 5000
const sent = new WeakMap()
document.addEventListener('submit', event => {
  const now = performance.now()
  const before = sent.get(event.target)
  if (before !== undefined && now - before < HOLD) {
    event.preventDefault()
    return
  }
  if (!event.defaultPrevented) sent.set(event.target, now)
})

// A page taken back out of the browser's memory by the back button may be sent again at once.
window.addEventListener('pageshow', event => {
  if (event.persisted) {
    for (const form of document.forms) sent.delete(form)
  }
})

// Files on their way: how far they are, in words. The answer takes the place of the page's main part, so that
// nothing that was typed is lost; without this script the browser does the same with a whole page.
document.addEventListener('submit', event => {
  const form = event.target
  if (event.defaultPrevented || !form.matches('form[data-upload]')) return
  event.preventDefault()
  const said = form.querySelector('[data-upload-said]')
  const button = form.querySelector('button[type=submit]')
  const say = words => { if (said.textContent !== words) said.textContent = words }
  const request = new XMLHttpRequest()
  button.disabled = true
  say('Sending your files.')
  request.upload.addEventListener('progress', e => {
    // In steps of ten, so that a screen reader is not flooded.
    if (e.lengthComputable) {
      const tenths = Math.floor(10 * e.loaded / e.total)
      say(tenths < 10 ? `Sending your files. ${tenths * 10}% sent.` : 'Sent. Looking at your files.')
    }
  })
  const failed = () => {
    button.disabled = false
    sent.delete(form)
    say('Your files did not arrive, and none was kept. Try again where the signal is better.')
  }
  request.addEventListener('error', failed)
  request.addEventListener('abort', failed)
  request.addEventListener('load', () => {
    const page = new DOMParser().parseFromString(request.responseText, 'text/html')
    const main = page.querySelector('main')
    if (!main || new URL(request.responseURL).pathname !== new URL(form.action).pathname) {
      // Somewhere else altogether, such as signing in.
      location.assign(request.responseURL)
      return
    }
    document.title = page.title
    document.querySelector('main').replaceWith(document.adoptNode(main))
    initAll({ scope: main })
    const summary = main.querySelector('.govuk-error-summary')
    const flash = main.querySelector('.heed-flash')
    const first = summary || flash
    if (first) {
      first.setAttribute('tabindex', '-1')
      first.focus()
    }
  })
  request.open('POST', form.action)
  request.send(new FormData(form))
})

// The body map: pointing at the drawing chooses in the list. Without this script it is a link that does the same.
document.addEventListener('click', event => {
  const part = event.target.closest && event.target.closest('a[data-place]')
  const list = document.getElementById('place')
  if (!part || !list) return
  event.preventDefault()
  list.value = part.dataset.place
  const side = document.querySelector(`input[name=side][value="${part.dataset.side}"]`)
  if (side) side.checked = true
  list.focus()
})

// A page that waits for something, such as a paper being read: asks for itself again, and shows the answer once it is
// another one. Without this script there is the link.
const again = document.querySelector('a[data-again]')
if (again) {
  const look = () => setTimeout(async () => {
    try {
      const answer = await fetch(again.href, { headers: { Accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (!answer.ok || answer.redirected || !page.querySelector('a[data-again]')) {
        location.assign(again.href)
        return
      }
      const said = document.querySelector('main [role=status]')
      const now = page.querySelector('main [role=status]')
      if (said && now && said.textContent !== now.textContent) said.textContent = now.textContent
    } catch {
      // The line is cut: asked again in a moment.
    }
    look()
  }, 1000 * again.dataset.again)
  look()
}
