import { MOST_WRITTEN, type TableForm } from '#shared/ipc/tables.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type TableWriter, tableWriter } from '../files/streamed/writer.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { randomText } from '../security/random-text.ts'
import { systemRandom } from '../security/seal.ts'

interface Begun {
  readonly id: string
  readonly form: TableForm
  readonly writer: TableWriter
  rows: number
}

/** Lists that are written as they are read: one a window at a time, and nothing of one that is stopped reaches the disk. */
export function tableServices(
  context: Pick<ServiceContext, 'saveFile'>,
): Pick<DeskServices, 'table.begin' | 'table.add' | 'table.end' | 'table.drop'> {
  const begun = new Map<number, Begun>()
  const getBegun = (window: number, id: string): Begun => {
    const one = begun.get(window)
    if (one?.id !== id) throw new ExpectedError('table.not_begun')
    return one
  }
  return {
    'table.begin': async ({ form, head }, { window }) => {
      const id = randomText(16, systemRandom)
      begun.set(window, { id, form, writer: tableWriter(form, head), rows: 0 })
      return { id }
    },
    'table.add': async ({ id, rows }, { window }) => {
      const one = getBegun(window, id)
      one.rows += rows.length
      if (one.rows > MOST_WRITTEN) {
        begun.delete(window)
        throw new ExpectedError('table.too_many', { most: MOST_WRITTEN })
      }
      await one.writer.add(rows)
      return {}
    },
    'table.end': async ({ id, fileName }, caller) => {
      const { form, writer } = getBegun(caller.window, id)
      begun.delete(caller.window)
      const kind = form === 'csv' ? 'csv' : 'table'
      return context.saveFile(caller, kind, fileName, await writer.end())
    },
    'table.drop': async ({ id }, { window }) => {
      if (begun.get(window)?.id === id) begun.delete(window)
      return {}
    },
  }
}
