import type { SlotList } from './model.ts'

/** A slot list as JSON text. Every part of a slot is made by this server of digits, letters and `:-_`, so none needs escaping. */
export function slotText({ data, ...rest }: SlotList): string {
  let slots = ''
  for (const { start, end, date, seatsLeft, hostIds } of data) {
    slots += `${slots === '' ? '' : ','}{"start":"${start}","end":"${end}","date":"${date}"`
    if (seatsLeft !== undefined) slots += `,"seatsLeft":${seatsLeft}`
    if (hostIds !== undefined) slots += `,"hostIds":["${hostIds.join('","')}"]`
    slots += '}'
  }
  return `{"data":[${slots}],${JSON.stringify(rest).slice(1)}`
}
