// Writes oclif.manifest.json: with it a command starts without loading all the others.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Plugin, settings } from '@oclif/core'

settings.enableAutoTranspile = false
const root = join(import.meta.dirname, '..')
const plugin = new Plugin({ root, ignoreManifest: true, errorOnManifestCreate: true, respectNoCacheDefault: true })
await plugin.load()
writeFileSync(join(root, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest)}\n`)
