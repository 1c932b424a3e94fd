import type { LetsMeet, Link } from '@letsmeet/sdk'

/** So many of each are asked for at once; a longer list shows the ids of the others. */
const most = 50

/** What the event types and contacts of links are called; what cannot be read keeps its id. */
export async function namesFor(letsmeet: LetsMeet, links: readonly Link[]): Promise<Map<string, string>> {
  const contactIds = new Set(links.flatMap(({ contactId }) => contactId ?? []))
  const typeIds = new Set(links.flatMap(({ title, eventTypeIds }) => (title === null ? eventTypeIds : [])))
  const asked = [
    ...[...typeIds].slice(0, most).map((id) => letsmeet.eventTypes.get(id).then(({ title }) => [id, title] as const)),
    ...[...contactIds]
      .slice(0, most)
      .map((id) => letsmeet.contacts.get(id).then(({ name, email }) => [id, name ?? email] as const)),
  ]
  const answers = await Promise.allSettled(asked)
  return new Map(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])))
}
