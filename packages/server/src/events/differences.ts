/** Fields that count every change say nothing about what changed. */
const counters = new Set(['revision', 'updatedAt'])

/** The fields that changed, with their old values: of a whole resource as it was, what is no longer so. */
export function differences(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const changed = Object.entries(before).filter(
    ([key, value]) => !counters.has(key) && JSON.stringify(value) !== JSON.stringify(after[key]),
  )
  return Object.fromEntries(changed)
}
