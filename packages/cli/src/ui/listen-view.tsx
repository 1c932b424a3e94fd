import { Box, Text, useApp, useInput, useWindowSize } from 'ink'
import { useEffect, useReducer, useRef, useState } from 'react'
import { deliveryLines } from '../views/listening.ts'
import type { Delivery } from '../webhooks/feed.ts'
import { afterUpdate, type Entry, nothingYet } from '../webhooks/listened.ts'
import type { ListenUpdate } from '../webhooks/listener.ts'
import { Lines } from './lines.tsx'
import { ConnectionLine } from './listen-connection.tsx'
import { EventLine } from './listen-event-line.tsx'

interface Props {
  /** What is known from the start: the session, its secret, where events go. */
  header: readonly string[]
  zone: string
  /** Listens until there is nothing more to hear. */
  run: (tell: (update: ListenUpdate) => void) => Promise<unknown>
  /** Undefined where nothing is forwarded. */
  resend: ((delivery: Delivery) => Promise<void>) | undefined
  onStop: (how: 'quit' | 'interrupted') => void
}

/** Lines beside the events: the connection, the note, an empty line and the keys. */
const otherLines = 5

/** Events as they come; one of them is selected, and can be looked at and sent once more. */
export function ListenView({ header, zone, run, resend, onStop }: Props) {
  const { exit } = useApp()
  const { rows, columns } = useWindowSize()
  const [listened, tell] = useReducer(afterUpdate, nothingYet)
  const [isOpen, setIsOpen] = useState(false)
  const [scroll, setScroll] = useState(0)
  // The selected one stays selected while others arrive; the newest is, until somebody chooses.
  const [selected, setSelected] = useState<Delivery>()
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    run(tell).then(
      () => exit(),
      (error: unknown) => exit(error instanceof Error ? error : new Error(String(error))),
    )
  }, [run, exit])

  const { entries } = listened
  const at = placeOf(entries, selected)
  const entry = entries[at]
  const room = Math.max(3, rows - header.length - otherLines)
  const lines = isOpen && entry ? deliveryLines(entry.delivery, entry.answer) : []
  const lastScroll = Math.max(0, lines.length - room)

  // Keys come faster than pictures, so each goes on from where the last one left.
  const move = (by: number) => {
    if (isOpen) setScroll((from) => within(from + by, lastScroll))
    else setSelected((from) => neighbour(entries, from, by))
  }
  const toggle = () => {
    setIsOpen(!isOpen && entry !== undefined)
    setScroll(0)
    // What somebody reads must not change under their eyes.
    if (entry) setSelected(entry.delivery)
  }
  useInput((input, key) => {
    if (key.ctrl && input === 'c') onStop('interrupted')
    else if (input === 'q') onStop('quit')
    else if (key.upArrow || input === 'k') move(-1)
    else if (key.downArrow || input === 'j') move(1)
    else if (key.pageUp) move(-room)
    else if (key.pageDown) move(room)
    else if (input === 'o' || key.return) toggle()
    else if (key.escape && isOpen) toggle()
    else if (input === 'r' && entry && resend) void resend(entry.delivery)
  })

  return (
    <Box flexDirection="column">
      {header.map((line) => (
        <Text key={line} wrap="truncate-end" dimColor>
          {line}
        </Text>
      ))}
      <ConnectionLine listened={listened} />
      {isOpen ? (
        <Lines lines={lines} first={Math.min(scroll, lastScroll)} room={room} />
      ) : (
        windowOf(entries, at, room).map((each) => (
          <EventLine key={each.delivery.id} entry={each} zone={zone} isSelected={each === entry} columns={columns} />
        ))
      )}
      {entries.length === 0 && <Text dimColor>Waiting for events…</Text>}
      <Text wrap="truncate-end" color="yellow">
        {listened.note === 'Connected.' ? '' : listened.note}
      </Text>
      <Text dimColor wrap="truncate-end">
        {isOpen ? '↑↓ scroll · o closes' : '↑↓ select · o opens'}
        {resend ? ' · r resends' : ''} · q quits
      </Text>
    </Box>
  )
}

const within = (value: number, most: number) => Math.min(most, Math.max(0, value))

function placeOf(entries: readonly Entry[], selected: Delivery | undefined): number {
  const found = entries.findIndex(({ delivery }) => delivery.id === selected?.id)
  return found < 0 ? entries.length - 1 : found
}

/** Whoever is at the newest one stays with the newest. */
function neighbour(entries: readonly Entry[], selected: Delivery | undefined, by: number): Delivery | undefined {
  const last = entries.length - 1
  const next = within(placeOf(entries, selected) + by, last)
  return next === last ? undefined : entries[next]?.delivery
}

/** As many as fit, with the selected one among them. */
function windowOf(entries: readonly Entry[], at: number, room: number): readonly Entry[] {
  const first = within(at - Math.floor(room / 2), Math.max(0, entries.length - room))
  return entries.slice(first, first + room)
}
