import { pack } from './month.ts'
import type { Picker } from './picker.ts'

/** What the script starts from: nothing has to be fetched before the first click. */
export function pickerState(picker: Picker, api: string) {
  return {
    api,
    zone: picker.zone,
    hostZone: picker.hostZone,
    locale: picker.locale,
    firstDay: picker.firstDay,
    today: picker.today,
    duration: picker.duration,
    month: picker.month.name,
    date: picker.date,
    start: picker.slot?.start ?? null,
    slots: pack(picker.month.slots),
  }
}
