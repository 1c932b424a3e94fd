import type { LetsMeet, Slot } from '@letsmeet/sdk'
import { useApp } from 'ink'
import { useEffect, useState } from 'react'
import type { Answers } from './questions.ts'

/** The open times from now on, for so many days; undefined while they are being asked for. */
export function useSlots(
  letsmeet: LetsMeet,
  { eventType, duration }: Answers,
  { now, days, zone }: { now: Date; days: number; zone: string },
): readonly Slot[] | undefined {
  const { exit } = useApp()
  const [slots, setSlots] = useState<readonly Slot[]>()
  useEffect(() => {
    setSlots(undefined)
    if (!eventType) return
    let isStale = false
    const end = new Date(now.getTime() + days * 86_400_000)
    letsmeet.eventTypes
      .slots(eventType, { start: now, end, timezone: zone, duration: duration ? Number(duration) : undefined })
      .then(({ data }) => isStale || setSlots(data))
      .catch(exit)
    return () => {
      isStale = true
    }
  }, [letsmeet, eventType, duration, now, days, zone, exit])
  return slots
}
