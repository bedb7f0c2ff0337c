// Everything works without this script; with it, some things are kinder.
import { initAll } from './govuk-frontend-6.6.0.min.js'
import { start } from './waiting-fa1418f71f17.js'

// GOV.UK Frontend starts nothing until it finds this class; the usual inline script is barred by our
// content security policy.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
start()

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
