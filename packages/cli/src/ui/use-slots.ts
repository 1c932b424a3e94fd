import type { LetsMeet, Slot } from '@letsmeet/sdk'
import { useApp } from 'ink'
import { useEffect, useState } from 'react'

/** The open times from now on, for so many days; undefined while they are being asked for. */
export function useSlots(
  letsmeet: LetsMeet,
  eventType: string | undefined,
  duration: string | undefined,
  days: number,
  timezone: string,
): readonly Slot[] | undefined {
  const { exit } = useApp()
  const [slots, setSlots] = useState<readonly Slot[]>()
  useEffect(() => {
    setSlots(undefined)
    if (!eventType) return
    let isStale = false
    const start = new Date()
    const end = new Date(start.getTime() + days * 86_400_000)
    letsmeet.eventTypes
      .slots(eventType, { start, end, timezone, duration: duration ? Number(duration) : undefined })
      .then(({ data }) => isStale || setSlots(data))
      .catch(exit)
    return () => {
      isStale = true
    }
  }, [letsmeet, eventType, duration, days, timezone, exit])
  return slots
}
