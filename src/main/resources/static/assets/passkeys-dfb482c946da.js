// Signing in, confirming and adding with a passkey. The page says what to ask; the answer goes back as an ordinary form.
// Without this script, or in a browser that has no passkeys, a password and a code do the same.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))
const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
const listed = all => (all ?? []).map(one => ({ ...one, id: bytes(one.id) }))

const ask = async (how, options) => {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: listed(options.allowCredentials),
    excludeCredentials: listed(options.excludeCredentials)
  }
  if (how === 'create') publicKey.user = { ...options.user, id: bytes(options.user.id) }
  const found = await navigator.credentials[how]({ publicKey })
  const given = found.response
  return {
    id: found.id,
    rawId: text(found.rawId),
    type: found.type,
    authenticatorAttachment: found.authenticatorAttachment ?? undefined,
    clientExtensionResults: found.getClientExtensionResults(),
    response: how === 'create'
      ? {
          clientDataJSON: text(given.clientDataJSON),
          attestationObject: text(given.attestationObject),
          transports: given.getTransports?.() ?? []
        }
      : {
          clientDataJSON: text(given.clientDataJSON),
          authenticatorData: text(given.authenticatorData),
          signature: text(given.signature),
          userHandle: given.userHandle ? text(given.userHandle) : undefined
        }
  }
}

export const start = () => {
  if (!window.PublicKeyCredential || !window.isSecureContext) return
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const go = form.querySelector('[data-passkey-go]')
    const said = form.querySelector('[data-passkey-said]')
    form.hidden = false
    go.hidden = false
    form.querySelector('[data-passkey-without]')?.remove()
    const tried = async () => {
      go.disabled = true
      said.textContent = ''
      try {
        form.elements.answer.value = JSON.stringify(await ask(form.dataset.passkey, JSON.parse(form.dataset.options)))
        form.submit()
      } catch (e) {
        go.disabled = false
        said.textContent = e.name === 'InvalidStateError'
          ? 'This device has a passkey for you already.'
          : 'Your device did not go on. Try again, or use another way.'
      }
    }
    go.addEventListener('click', tried)
    // The return key in a line of the form does what the button does.
    form.addEventListener('submit', event => {
      event.preventDefault()
      tried()
    })
  }
}
