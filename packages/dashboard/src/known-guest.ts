import { byId } from './element.ts'

const other = () => document.getElementById('f-other')

/** Whether the server knows who books, and the guest has not said that they are somebody else. */
export function isKnown(): boolean {
  const box = other()
  return box instanceof HTMLInputElement && !box.checked
}

/** Name and address are wanted from a guest who says that they are somebody else. */
export function watchOther(): void {
  const want = () => {
    for (const name of ['name', 'email']) byId(`f-${name}`, HTMLInputElement).required = !isKnown()
  }
  const box = other()
  if (!box) return
  box.addEventListener('change', () => {
    want()
    if (!isKnown()) byId('f-name', HTMLInputElement).focus()
  })
  want()
}
