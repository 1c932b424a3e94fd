import { createPicker } from './picker.ts'
import { readState } from './state.ts'
import { enhanceForm } from './submit.ts'

// The pages work without this script; it saves the reloads.
const state = readState()
if (state) {
  const picker = createPicker(state)
  enhanceForm(state, picker)
  picker.begin()
}
