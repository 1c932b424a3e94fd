import { Text } from 'ink'
import { answerParts, answerStyle, clockSeconds, eventParts } from '../views/listening.ts'
import type { Entry } from '../webhooks/listened.ts'

interface Props {
  entry: Entry
  zone: string
  isSelected: boolean
  columns: number
}

/** From this width on there is room for the event's id. */
const wide = 90

/** One event in the list: time, type, id, and how it was answered. */
export function EventLine({ entry: { delivery, at, state, answer }, zone, isSelected, columns }: Props) {
  const { type, id } = eventParts(delivery)
  return (
    <Text wrap="truncate-end">
      <Text color="cyan">{isSelected ? '› ' : '  '}</Text>
      <Text dimColor>{clockSeconds(at, zone)}</Text>
      <Text bold={isSelected}>{`  ${type}`}</Text>
      {columns >= wide || state === 'shown' ? `  ${id}` : ''}
      {state === 'waiting' && <Text dimColor>{'  …'}</Text>}
      {state === 'answered' && answer && (
        <>
          <Text color={answerStyle(answer)}>{`  ${answerParts(answer).outcome}`}</Text>
          <Text dimColor>{`  ${answerParts(answer).took}`}</Text>
        </>
      )}
    </Text>
  )
}
