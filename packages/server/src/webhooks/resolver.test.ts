import { expect, test } from 'vitest'
import { dnsServer } from '../testing/dns-server.ts'
import { resolveBySystem, resolverAt, shared } from './resolver.ts'

test('the system knows the names of this machine', async () => {
  expect(['127.0.0.1', '::1']).toContain((await resolveBySystem('localhost'))[0]?.address)
  await expect(resolveBySystem('missing.invalid')).rejects.toThrow('missing.invalid')
})

test('asks the given servers for both families, and one of them is enough', async () => {
  const server = await dnsServer((name) => {
    if (name === 'both.example') return ['192.0.2.1', '2001:db8::1']
    if (name === 'six.example') return ['2001:db8::2']
    return name === 'none.example' ? [] : null
  })
  const resolve = resolverAt([server])

  expect(await resolve('both.example')).toEqual([
    { address: '192.0.2.1', family: 4 },
    { address: '2001:db8::1', family: 6 },
  ])
  expect(await resolve('six.example')).toEqual([{ address: '2001:db8::2', family: 6 }])
  await expect(resolve('none.example')).rejects.toMatchObject({ code: 'ENODATA' })
  await expect(resolve('missing.example')).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

test('those who ask together share an answer, and those who come later get a new one', async () => {
  const asked: string[] = []
  const resolve = shared(async (name) => {
    asked.push(name)
    if (name === 'b') throw new Error('none')
    return [{ address: `192.0.2.${asked.length}`, family: 4 }]
  })

  const together = await Promise.all([resolve('a'), resolve('a')])
  const later = await resolve('a')

  expect(together.flat().map(({ address }) => address)).toEqual(['192.0.2.1', '192.0.2.1'])
  expect(later[0]?.address).toBe('192.0.2.2')
  await expect(Promise.all([resolve('b'), resolve('b')])).rejects.toThrow('none')
  await expect(resolve('b')).rejects.toThrow('none')
  expect(asked).toEqual(['a', 'a', 'b', 'b'])
})
