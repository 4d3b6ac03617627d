import { SaxesParser } from 'saxes'
import { ExpectedError } from '#shared/result/result.ts'

/** What is done with the elements of an XML part; names come without their prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Reads an XML part as a stream. A document type is refused: it is how entity bombs come, and a spreadsheet has none.
 * Errors: `table.broken`; what a handler throws goes through.
 */
export async function parseXml(chunks: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('error', () => {
    throw new ExpectedError('table.broken')
  })
  parser.on('doctype', () => {
    throw new ExpectedError('table.broken')
  })
  parser.on('opentag', tag => handler.open(bareName(tag.name), tag.attributes))
  parser.on('text', text => handler.text?.(text))
  parser.on('cdata', text => handler.text?.(text))
  parser.on('closetag', tag => handler.close?.(bareName(tag.name)))
  for await (const chunk of chunks) parser.write(chunk)
  parser.close()
}

/** A name or attribute without its namespace prefix. */
export function bareName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** An attribute by its bare name, whatever prefix the writer of the file took. */
export function findAttribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const direct = attributes[name]
  if (direct !== undefined) return direct
  const key = Object.keys(attributes).find(one => bareName(one) === name)
  return key === undefined ? undefined : attributes[key]
}
