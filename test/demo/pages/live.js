// Brings the parts of the page that changed up to date, and sends forms without leaving the page.
const every = 1000
let refreshing = false

async function refresh() {
  if (refreshing || document.hidden) return
  refreshing = true
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (answer.ok) takeOver(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  } catch {
    // The demo has ended; what was read can still be read.
  } finally {
    refreshing = false
  }
}

function takeOver(fresh) {
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id)
    if (!next || next.dataset.live === part.dataset.live) continue
    if (part.querySelector('details[open], select:focus')) continue
    part.replaceWith(next)
    settle(next)
  }
}

function settle(root) {
  if (root.id === 'messages' || root.querySelector('#messages')) scrollDown()
  for (const frame of root.querySelectorAll('iframe.letter')) {
    const fit = () => (frame.style.height = `${frame.contentDocument.documentElement.scrollHeight + 2}px`)
    frame.addEventListener('load', fit)
    if (frame.contentDocument?.readyState === 'complete') fit()
  }
  const first = root.querySelector('.modal [autofocus]')
  if (first) first.focus()
}

function scrollDown() {
  const list = document.querySelector('.conversation')
  if (list) list.scrollTop = list.scrollHeight
}

document.addEventListener('submit', async (event) => {
  const { target: form, submitter } = event
  if (!form.matches('[data-stay]')) return
  const question = submitter?.dataset.confirm
  event.preventDefault()
  if (question && !confirm(question)) return
  if (submitter?.value !== 'close' && !submitter?.formNoValidate && !form.reportValidity()) return
  const body = new FormData(form, submitter)
  form.classList.add('waiting')
  for (const menu of document.querySelectorAll('details[open]')) menu.open = false
  try {
    await fetch(form.action, { method: 'POST', body })
    if (form.matches('.composer')) form.reset()
  } finally {
    form.classList.remove('waiting')
  }
  await refresh()
})

document.addEventListener('change', ({ target }) => {
  if (target.matches('select[data-pick]') && target.value) target.form.requestSubmit()
  if (target.matches('select[data-go]')) location.href = target.value
})

document.addEventListener('click', ({ target }) => {
  const filled = target.closest('[data-type]')
  const field = document.querySelector('.composer input[name=line]')
  if (filled && field) {
    field.value = filled.dataset.type
    field.focus()
  }
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(target)) menu.open = false
  }
})

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') document.querySelector('.modal button[value=close]')?.click()
})

async function suggest({ target }) {
  if (!target.matches('input[data-suggest]')) return
  const url = `${target.dataset.suggest}&query=${encodeURIComponent(target.value)}`
  const options = await (await fetch(url)).json()
  const list = document.getElementById(target.getAttribute('list'))
  list.replaceChildren(
    ...options.map((words) => Object.assign(document.createElement('option'), { value: words })),
  )
}
document.addEventListener('input', suggest)
document.addEventListener('focusin', suggest)

settle(document)
setInterval(refresh, every)
