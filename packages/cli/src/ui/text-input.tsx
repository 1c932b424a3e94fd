import { Box, Text, useInput } from 'ink'
import { useState } from 'react'
import { cleanLine } from '../lib/clean.ts'

interface Props {
  initial?: string | undefined
  check?: ((text: string) => string | undefined) | undefined
  onEnter: (text: string) => void
}

/** A line of text; what is wrong with it is said when it is entered. */
export function TextInput({ initial = '', check, onEnter }: Props) {
  const [text, setText] = useState(initial)
  const [fault, setFault] = useState<string>()
  useInput((input, key) => {
    if (key.return) {
      const wrong = check?.(text.trim())
      if (wrong) setFault(wrong)
      else onEnter(text.trim())
    } else if (key.backspace || key.delete) setText((now) => [...now].slice(0, -1).join(''))
    else if (key.ctrl && input === 'u') setText('')
    else if (!key.ctrl && !key.meta && !key.escape && !key.tab) setText((now) => now + cleanLine(input))
  })
  return (
    <Box flexDirection="column">
      <Text>
        <Text color="cyan">› </Text>
        {text}
        <Text inverse> </Text>
      </Text>
      {fault && <Text color="yellow">{`  ${fault}`}</Text>}
    </Box>
  )
}
