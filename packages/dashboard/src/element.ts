type Child = Node | string | null | undefined | false

/** An element with attributes and children; text is text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | null | false> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value)
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return made
}

/** An element that the server wrote into this page. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`This page lacks #${id}.`)
  return found
}

/** Draws a part of the page anew and keeps the keyboard where it was. */
export function redraw(container: HTMLElement, ...children: Child[]): void {
  const active = container.contains(document.activeElement) ? document.activeElement : null
  const selector = active?.id ? `#${active.id}` : `a[href="${CSS.escape(active?.getAttribute('href') ?? '')}"]`
  container.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false))
  if (active) container.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
}
