import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { type Document, METHODS, type Schema } from './document.ts'
import { jsDoc, pascal } from './names.ts'
import { INSTANT, openUp, UNLISTED } from './open.ts'
import type { Operation } from './operations.ts'
import { webhooksText } from './webhooks.ts'

/** The text of `types.ts`: openapi-typescript's interfaces, then a plain name for everything in them. */
export async function typesText(document: Document, operations: Operation[]): Promise<string> {
  // Webhooks shape the components that they hold; of their own they need one interface.
  const { webhooks: _, ...shaped } = withoutErrors(openUp(document))
  const nodes = await openapiTS(JSON.stringify(shaped), {
    // A request may leave out what has a default.
    defaultNonNullable: false,
    transform: (_, { path }) => extraTypes[path?.split('/').at(-1) ?? ''],
  })
  const names = [errorCode(document), ...componentNames(document), ...inlineNames(operations), webhooksText(document)]
  return [astToString(nodes.filter(isWanted)), ...names].join('\n')
}

/** Every operation answers errors with the same problem: its type is written once, by hand. */
function withoutErrors(document: Document): Document {
  const paths = structuredClone(document.paths)
  for (const item of Object.values(paths)) {
    for (const { responses = {} } of METHODS.flatMap((method) => item[method] ?? [])) {
      for (const status of Object.keys(responses)) if (!status.startsWith('2')) delete responses[status]
    }
  }
  return { ...document, paths }
}

/** `paths` repeats `operations`, and nothing here uses `$defs`. */
function isWanted(node: ts.Node) {
  const isNamed = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
  return !isNamed || !['paths', '$defs'].includes(node.name.text)
}

const { factory } = ts
const STRING = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword)
const extraTypes: Record<string, ts.TypeNode> = {
  [UNLISTED]: factory.createIntersectionTypeNode([STRING, factory.createTypeLiteralNode([])]),
  [INSTANT]: factory.createUnionTypeNode([STRING, factory.createTypeReferenceNode('Date')]),
}

function errorCode({ components }: Document) {
  const problem = components?.schemas?.Problem?.properties?.code
  const { enum: codes = [] } = components?.schemas?.ErrorCode ?? problem ?? {}
  const union = codes.map((code) => `'${code}'`).join(' | ')
  return `${jsDoc(['The codes of errors. A newer server may have more.'])}export type ErrorCode = ${union || 'string'}\n`
}

function componentNames({ components }: Document) {
  return Object.entries(components?.schemas ?? {})
    .filter(([name]) => name !== 'ErrorCode')
    .map(([name, schema]: [string, Schema]) => {
      return `${jsDoc([schema.description])}export type ${pascal(name)} = components['schemas']['${name}']\n`
    })
}

function inlineNames(operations: Operation[]) {
  return operations.flatMap(({ inline }) =>
    Object.entries(inline).map(([name, type]) => `export type ${name} = ${type}\n`),
  )
}
