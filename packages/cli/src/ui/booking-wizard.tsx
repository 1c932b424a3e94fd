import type { EventType, LetsMeet, NewBooking } from '@letsmeet/sdk'
import { Box, Text, useApp, useInput } from 'ink'
import { useEffect, useState } from 'react'
import { cleanLine } from '../lib/clean.ts'
import { type Answers, bookingOf, chosen, LATER, type Question, questions } from './questions.ts'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'
import { useSlots } from './use-slots.ts'

interface Props {
  letsmeet: LetsMeet
  eventTypes: readonly EventType[]
  zone: string
  now: Date
  /** What the command line answered already. */
  given: Answers
  /** The booking, or undefined when the person stopped. */
  onEnd: (result: NewBooking | undefined) => void
}

const DAYS_AT_ONCE = 14

/** Asks for a booking, one question at a time. */
export function BookingWizard({ letsmeet, eventTypes, zone, now, given, onEnd }: Props) {
  const { exit } = useApp()
  const [answers, setAnswers] = useState<Answers>(given)
  const [shown, setShown] = useState<Answers>({})
  const [days, setDays] = useState(DAYS_AT_ONCE)
  const [isOver, setIsOver] = useState(false)
  const end = (result: NewBooking | undefined) => {
    onEnd(result)
    setIsOver(true)
  }
  // Only once the questions are off the screen: the last picture stays.
  useEffect(() => {
    if (isOver) exit()
  }, [isOver, exit])

  const slots = useSlots(letsmeet, answers, { now, days, zone })
  const asked = questions(answers, { eventTypes, slots: slots ?? [], zone })
  const question = asked.find(({ key }) => answers[key] === undefined)
  const isLoading = question?.key === 'day' && slots === undefined

  const answer = (key: string, value: string, label: string) => {
    if (value === LATER) return setDays(days + DAYS_AT_ONCE)
    const next = { ...answers, [key]: value }
    const type = chosen(next, eventTypes)
    if (key === 'sure') return end(value === 'yes' && type ? bookingOf(next, type) : undefined)
    setAnswers(next)
    setShown({ ...shown, [key]: label })
  }

  useInput((input, key) => {
    if (key.ctrl && input === 'c') return end(undefined)
    const last = asked.findLast((each) => shown[each.key] !== undefined)
    if (!key.escape || !last) return
    setAnswers(without(answers, last.key))
    setShown(without(shown, last.key))
  })

  // The booking itself is printed next, and says all of this again.
  if (isOver) return null
  return (
    <Box flexDirection="column">
      {asked.map(
        ({ key, label }) => shown[key] !== undefined && <Answered key={key} label={label} text={shown[key]} />,
      )}
      {isLoading && <Text dimColor>Looking for open times…</Text>}
      {question && !isLoading && (
        <Ask
          key={`${question.key}${days}`}
          question={question}
          onAnswer={(value, label) => answer(question.key, value, label)}
        />
      )}
      <Text dimColor>
        {question?.kind === 'text'
          ? 'Enter goes on · Esc goes back · Ctrl-C stops'
          : '↑↓ choose · Enter goes on · Esc goes back · Ctrl-C stops'}
      </Text>
    </Box>
  )
}

function Ask({ question, onAnswer }: { question: Question; onAnswer: (value: string, label: string) => void }) {
  return (
    <Box flexDirection="column" marginY={1}>
      <Text bold>{cleanLine(question.label)}</Text>
      {question.kind === 'text' ? (
        <TextInput initial={question.initial} check={question.check} onEnter={(text) => onAnswer(text, text)} />
      ) : (
        <Select
          choices={question.choices}
          columns={question.columns ?? 1}
          onChoose={({ value, label, short }) => onAnswer(value, short ?? label)}
        />
      )}
    </Box>
  )
}

const Answered = ({ label, text }: { label: string; text: string }) => (
  <Text>
    <Text dimColor>{`${cleanLine(label).padEnd(22)}  `}</Text>
    {cleanLine(text)}
  </Text>
)

function without(answers: Answers, key: string): Answers {
  const { [key]: _, ...rest } = answers
  return rest
}
