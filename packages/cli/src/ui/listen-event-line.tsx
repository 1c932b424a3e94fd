import { Text } from 'ink'
import { answerParts, answerStyle, clockSeconds, eventParts } from '../views/listening.ts'
import type { Entry } from '../webhooks/listened.ts'

interface Props {
  entry: Entry
  zone: string
  isSelected: boolean
  columns: number
}

/** One event in the list: time, type, id, and how it was answered. */
export function EventLine({ entry: { delivery, at, state, answer }, zone, isSelected, columns }: Props) {
  const { type, id } = eventParts(delivery)
  const { outcome, took } = answer && state === 'answered' ? answerParts(answer) : { outcome: '…', took: '' }
  // What became of it matters more than its id.
  const width = ['> 00:00:00', type, id, outcome, took].join('  ').length
  return (
    <Text wrap="truncate-end">
      <Text color="cyan">{isSelected ? '› ' : '  '}</Text>
      <Text dimColor>{clockSeconds(at, zone)}</Text>
      <Text bold={isSelected}>{`  ${type}`}</Text>
      {width <= columns ? `  ${id}` : ''}
      {state === 'waiting' && <Text dimColor>{`  ${outcome}`}</Text>}
      {state === 'answered' && answer && (
        <>
          <Text color={answerStyle(answer)}>{`  ${outcome}`}</Text>
          <Text dimColor>{`  ${took}`}</Text>
        </>
      )}
    </Text>
  )
}
