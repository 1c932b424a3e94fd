import { Box, Text, useInput } from 'ink'
import { useRef, useState } from 'react'
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
  // Keys come faster than pictures: what was typed is kept here, and only shown from the state.
  const typed = useRef(initial)
  const change = (next: string) => {
    typed.current = next
    setText(next)
  }
  const enter = () => {
    const wrong = check?.(typed.current.trim())
    if (wrong) setFault(wrong)
    else onEnter(typed.current.trim())
  }
  useInput((input, key) => {
    if (key.return) enter()
    else if (key.backspace || key.delete) change([...typed.current].slice(0, -1).join(''))
    else if (key.ctrl && input === 'u') change('')
    else if (!key.ctrl && !key.meta && !key.escape && !key.tab) {
      // A pasted line may bring its end with it.
      const [line = '', ...more] = input.split(/[\r\n]/)
      change(typed.current + cleanLine(line))
      if (more.length > 0) enter()
    }
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
