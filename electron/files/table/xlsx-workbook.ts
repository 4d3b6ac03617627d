import { ExpectedError } from '#shared/result/result.ts'
import { findAttribute, parseXml } from './parse-xml.ts'
import type { ZipParts } from './zip-parts.ts'

/** A workbook's sheets by their parts, its date system, and where its shared strings and styles stand (empty: none). */
export interface Workbook {
  readonly sheets: readonly { name: string; hidden: boolean; part: string }[]
  readonly date1904: boolean
  readonly sharedStrings: string
  readonly styles: string
}

/** Reads `xl/workbook.xml` and its relations. Errors: `table.broken`, `table.wrong_kind` for other zip files. */
export async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  if (!parts.has('[Content_Types].xml')) throw new ExpectedError('table.wrong_kind', { kind: 'zip' })
  const main = await findMainPart(parts)
  const relations = await readRelations(parts, main)
  const sheets: { name: string; hidden: boolean; part: string }[] = []
  let date1904 = false
  await parseXml(parts.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(findAttribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attributes['r:id'] ?? findAttribute(attributes, 'id') ?? '')
      const hidden = /hidden/i.test(attributes.state ?? '')
      if (relation?.type === 'worksheet') sheets.push({ name: attributes.name ?? '', hidden, part: relation.part })
    },
  })
  const partOf = (type: string): string => [...relations.values()].find(one => one.type === type)?.part ?? ''
  return { sheets, date1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
}

interface Relation {
  readonly type: string
  readonly part: string
}

async function findMainPart(parts: ZipParts): Promise<string> {
  const relations = [...(await readRelations(parts, '')).values()]
  const main = relations.find(one => one.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (/^xl\/.*\.xml$/.test(main) && parts.has(main)) return main
  throw new ExpectedError('table.wrong_kind', { kind: 'office' })
}

/** Relations of a part by id; the type is the last word of its address, so strict and transitional files read the same. */
async function readRelations(parts: ZipParts, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relations = new Map<string, Relation>()
  if (!parts.has(file)) return relations
  await parseXml(parts.read(file), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const target = attributes.Target ?? ''
      const type = (attributes.Type ?? '').split('/').at(-1) ?? ''
      relations.set(attributes.Id ?? '', {
        type,
        part: target.startsWith('/') ? target.slice(1) : normal(folder + target),
      })
    },
  })
  return relations
}

function normal(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
