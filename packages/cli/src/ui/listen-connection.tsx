import { Text } from 'ink'
import { cleanLine } from '../lib/clean.ts'
import { eventCount, failedCount, type Listened } from '../webhooks/listened.ts'

/** Whether somebody is at the other end, and what came so far. */
export function ConnectionLine({ listened }: { listened: Listened }) {
  const { connection, arrived } = listened
  const failed = failedCount(listened)
  const counts = [arrived > 0 && eventCount(arrived), failed > 0 && `${failed} not accepted`].filter(Boolean)
  const after = counts.length > 0 ? `  ${counts.join(', ')}` : ''
  if (connection.state === 'connected')
    return (
      <Text wrap="truncate-end">
        <Text color="green">● connected</Text>
        {after}
      </Text>
    )
  if (connection.state === 'connecting') return <Text color="yellow">○ connecting…</Text>
  return (
    <Text wrap="truncate-end">
      <Text color="yellow">{`○ reconnecting, attempt ${connection.attempt}…`}</Text>
      {after}
      <Text dimColor>{`  ${cleanLine(connection.why)}`}</Text>
    </Text>
  )
}
