import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { ImportKind } from '#shared/change/action-types.ts'
import { ExpectedError } from '#shared/result/result.ts'

/** A sample file that comes with the product; the id is its name. */
export interface Sample {
  readonly id: string
  readonly kind: ImportKind
}

/** The samples of a folder; none where there is no folder. The kind is what the name begins with. */
export async function findSamples(folder: string): Promise<Sample[]> {
  const names = await readdir(folder).catch(() => [])
  return names.flatMap(id => {
    const kind = ImportKind.options.find(one => id.startsWith(one))
    return kind === undefined ? [] : [{ id, kind }]
  })
}

/** Path of a sample. Only what is listed is one: an id never becomes a path by itself. Throws `import.gone`. */
export async function samplePath(folder: string, id: string): Promise<string> {
  const found = (await findSamples(folder)).find(sample => sample.id === id)
  if (!found) throw new ExpectedError('import.gone')
  return path.join(folder, found.id)
}
