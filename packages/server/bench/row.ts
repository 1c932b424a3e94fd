/** One line of the table: a figure, and what it must reach where something was promised. */
export interface Row {
  name: string
  value: number
  unit: string
  target?: string
  ok?: boolean
}
