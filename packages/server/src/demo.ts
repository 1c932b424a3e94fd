import type { Services } from './context.ts'

export async function seedDemo(_services: Services): Promise<string> {
  return ''
}
