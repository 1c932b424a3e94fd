import { Flags, type Interfaces } from '@oclif/core'
import { bodyFlag, manyFlag, zoneFlag } from './flags.ts'

/** What a host knows of somebody, for `create` and for `update`. */
export const contactFlags = {
  name: Flags.string({ description: 'What they are called.' }),
  phone: Flags.string({ description: 'Their telephone number.' }),
  company: Flags.string({ description: 'Where they work.' }),
  timezone: zoneFlag({ description: 'The time zone they are in.' }),
  about: Flags.string({ description: 'A few words for yourself; guests never see them.' }),
  tag: manyFlag('A word to find them by', 'TAG'),
  'external-id': Flags.string({ description: 'Your own id for them.', helpValue: 'ID' }),
  body: bodyFlag,
}

export const contactFields = (flags: Interfaces.InferredFlags<typeof contactFlags>) => ({
  name: flags.name,
  phone: flags.phone,
  company: flags.company,
  timezone: flags.timezone,
  about: flags.about,
  tags: flags.tag,
  externalId: flags['external-id'],
})
