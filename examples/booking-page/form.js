// Fields, what is wrong with them, and the key of what they ask for.

/** `crypto.randomUUID` is only there where a page is served with TLS. */
export const newKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')

/** The input that a problem points at. */
export const fieldOf = (pointer, fields) => fields[pointer.replace('#/guest/', '')]

/** Says below a field what is wrong with it; an empty sentence takes it back. */
export function complain(field, sentence) {
  const place = document.getElementById(`${field.name}-wrong`)
  place.textContent = sentence
  place.hidden = sentence === ''
  field.ariaInvalid = sentence === '' ? null : 'true'
  if (sentence === '') field.removeAttribute('aria-describedby')
  else field.setAttribute('aria-describedby', place.id)
}
