import { element } from './element.ts'

/** A calm page for what can't go on, or is done. */
export const noticeCard = (title: string, text: string): HTMLElement =>
  element('section', { class: 'card notice', role: 'status' }, element('h1', {}, title), element('p', {}, text))
