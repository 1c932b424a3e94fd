/** Who reads a mail about a booking, and how the people in it are named there. */
import { isolated, oneLine, plain } from '../email/plain.ts'
import type { BookingMailData, Participant, Recipient } from './mail-data.ts'

/** Whose zone and locale a mail uses; whoever the guest brought along reads the guest's. */
export function reader(data: BookingMailData, recipient: Recipient): Participant {
  return 'host' in recipient ? recipient.host : data.guest
}

/** Who this reader meets, short enough for a subject. */
export function counterpart(data: BookingMailData, recipient: Recipient): string {
  if ('host' in recipient) return plain(names([data.guest]))
  const [first] = data.hosts
  const hosts =
    first && data.hosts.length > 2 ? `${names([first])} and ${data.hosts.length - 1} others` : names(data.hosts)
  return plain(hosts)
}

/** `Ada, Grace and Alan`. */
export function names(people: readonly Participant[]): string {
  return list.format(people.map(({ name, email }) => isolated(oneLine(name, 60) || email)))
}

const list = new Intl.ListFormat('en-GB')
