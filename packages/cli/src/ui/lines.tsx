import { Box, Text } from 'ink'

/** A part of a long text, and where in it that is. */
export function Lines({ lines, first, room }: { lines: readonly string[]; first: number; room: number }) {
  const isLong = lines.length > room
  const shown = lines.slice(first, first + (isLong ? room - 1 : room))
  return (
    <Box flexDirection="column">
      {shown.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only known by their place.
        <Text key={first + place} wrap="truncate-end">
          {line === '' ? ' ' : line}
        </Text>
      ))}
      {isLong && <Text dimColor>{`lines ${first + 1}–${first + shown.length} of ${lines.length}`}</Text>}
    </Box>
  )
}
