import { oneOf } from './one-of.ts'

const KINDS = ['in_person', 'phone', 'guest_phone', 'video', 'custom'] as const

/** `video=https://…` or a kind alone. */
export function locationOf(text: string) {
  const [kind = '', ...rest] = text.split('=')
  const value = rest.join('=')
  return { kind: oneOf('location', kind, KINDS), value: value || undefined }
}
