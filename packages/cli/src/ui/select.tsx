import { Box, Text, useInput } from 'ink'
import { useRef, useState } from 'react'
import { cleanLine } from '../lib/clean.ts'
import type { Choice } from './questions.ts'

interface Props {
  choices: readonly Choice[]
  /** In a grid, arrows move in all four directions. */
  columns?: number
  onChoose: (choice: Choice) => void
}

const ROWS = 9

/** One of several, chosen with the arrow keys. */
export function Select({ choices, columns = 1, onChoose }: Props) {
  const [at, setAt] = useState(0)
  // Keys come faster than pictures: where we are is kept here, and only shown from the state.
  const here = useRef(0)
  const move = (by: number) => {
    here.current = Math.min(choices.length - 1, Math.max(0, here.current + by))
    setAt(here.current)
  }
  useInput((input, key) => {
    const chosen = choices[here.current]
    if (key.return && chosen) onChoose(chosen)
    else if (key.upArrow || input === 'k') move(here.current >= columns ? -columns : 0)
    else if (key.downArrow || input === 'j') move(columns)
    else if (key.leftArrow || input === 'h') move(-1)
    else if (key.rightArrow || input === 'l') move(1)
    else if (key.home || key.pageUp) move(-choices.length)
    else if (key.end || key.pageDown) move(choices.length)
  })
  const rows = Array.from({ length: Math.ceil(choices.length / columns) }, (_, row) => row)
  const current = Math.floor(at / columns)
  const first = Math.min(Math.max(0, current - ROWS + 1), Math.max(0, rows.length - ROWS))
  const width = Math.max(...choices.map(({ label }) => label.length)) + 2
  return (
    <Box flexDirection="column">
      {rows.slice(first, first + ROWS).map((row) => (
        <Box key={row}>
          {choices.slice(row * columns, (row + 1) * columns).map((choice, column) => {
            const isHere = row * columns + column === at
            return (
              <Text key={choice.value} color={isHere ? 'cyan' : undefined} bold={isHere}>
                {`${isHere ? '›' : ' '} ${cleanLine(choice.label).padEnd(width)}`}
              </Text>
            )
          })}
        </Box>
      ))}
      {rows.length > ROWS && <Text dimColor>{`  ${at + 1} of ${choices.length}`}</Text>}
    </Box>
  )
}
