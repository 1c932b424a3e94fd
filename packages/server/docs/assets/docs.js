// The docs work without this file; it adds copy buttons, and tabs where there are several ways to do one thing.
const remembered = 'letsmeet-docs-surface'

for (const figure of document.querySelectorAll('figure.code')) addCopyButton(figure)
for (const group of document.querySelectorAll('.snippets')) addTabs(group)
choose(recall())

const menu = document.getElementById('menu')
menu?.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLAnchorElement && menu.matches(':popover-open')) menu.hidePopover()
})

function addCopyButton(figure) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(figure.querySelector('code')?.textContent ?? '')
    button.textContent = 'Copied'
    setTimeout(() => {
      button.textContent = 'Copy'
    }, 1500)
  })
  figure.append(button)
}

function addTabs(group) {
  const tabs = document.createElement('div')
  tabs.className = 'tabs'
  for (const figure of group.querySelectorAll('figure')) {
    const caption = figure.querySelector('figcaption')
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = caption?.textContent ?? ''
    button.addEventListener('click', () => {
      const before = button.getBoundingClientRect().top
      choose(button.textContent)
      // Every group on the page turns, but the one under the pointer stays where it is.
      scrollBy(0, button.getBoundingClientRect().top - before)
    })
    tabs.append(button)
    if (caption) caption.hidden = true
  }
  group.prepend(tabs)
}

/** Shows one way in every group that has it, and the first one elsewhere. */
function choose(surface) {
  for (const group of document.querySelectorAll('.snippets')) {
    const buttons = [...group.querySelectorAll('.tabs button')]
    const index = Math.max(
      buttons.findIndex((button) => button.textContent === surface),
      0,
    )
    buttons.forEach((button, i) => {
      button.setAttribute('aria-pressed', String(i === index))
    })
    group.querySelectorAll('figure').forEach((figure, i) => {
      figure.classList.toggle('shown', i === index)
    })
  }
  if (surface) remember(surface)
}

// A browser may refuse to keep anything; then every page begins with the first way.
function recall() {
  try {
    return localStorage.getItem(remembered)
  } catch {
    return null
  }
}

function remember(surface) {
  try {
    localStorage.setItem(remembered, surface)
  } catch {}
}
