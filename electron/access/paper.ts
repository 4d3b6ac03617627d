import { ExpectedError } from '#shared/result/result.ts'
import { findOffice } from '../desk/open-desk.ts'
import type { DeskServices } from '../ipc/services.ts'
import { draftRecovery, type RecoveryFile, writeRecovery } from '../security/recovery-file.ts'
import { isSamePaper } from '../security/recovery-key.ts'
import type { AccessServiceParts } from './services.ts'

type PaperChannel = 'access.drawPaper' | 'access.printPaper' | 'access.savePaper'

/**
 * The paper key: drawn, told once, printed if a printer is there, written down when it was typed back. Its text lives in
 * memory and on paper; main makes the sheet of it itself and has no call that would put it into a file.
 */
export function paperServices(
  parts: Pick<AccessServiceParts, 'desk' | 'place' | 'printer' | 'actor' | 'access' | 'standing'>,
): Pick<DeskServices, PaperChannel> {
  const { desk, place, printer, actor, access, standing } = parts
  let drawn: { text: string; file: RecoveryFile } | null = null
  const demand = () => {
    if (drawn === null) throw new ExpectedError('access.no_paper')
    return drawn
  }
  return {
    'access.drawPaper': async () => {
      drawn = await desk().keys.lend(async office => draftRecovery(office, place.random))
      return { text: drawn.text }
    },
    'access.printPaper': async ({ printer: name, language }) => {
      const { text } = demand()
      const office = await findOffice(desk())
      const job = {
        ...({ kind: 'paper_key', paper: 'A4', language, text } as const),
        office: office?.name[language] ?? '',
        keyId: desk().keys.keyId,
        drawnOn: actor().date,
        drawnBy: (access.person ?? standing())?.name ?? '',
      }
      return { printed: await printer.printSheetOn(job, name, async () => undefined) }
    },
    'access.savePaper': async ({ paper }) => {
      if (drawn === null || !isSamePaper(paper, drawn.text)) throw new ExpectedError('access.wrong_paper')
      await writeRecovery(place, drawn.file)
      drawn = null
      return {}
    },
  }
}
