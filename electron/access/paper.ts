import type { ArgsOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { commitOf, noteKeyChange } from '../desk/key-change.ts'
import { findOffice } from '../desk/open-desk.ts'
import type { DeskServices } from '../ipc/services.ts'
import { lateAt } from '../security/office-key.ts'
import { changeOfficeKey, type DrawnKey, drawOfficeKey, settleOfficeKey } from '../security/office-key-change.ts'
import { draftRecovery, type RecoveryFile, writeRecovery } from '../security/recovery-file.ts'
import { isSamePaper } from '../security/recovery-key.ts'
import type { AccessServiceParts } from './services.ts'

type PaperChannel =
  | 'access.drawPaper'
  | 'access.printPaper'
  | 'access.savePaper'
  | 'access.drawKey'
  | 'access.changeKey'

type PaperParts = Pick<
  AccessServiceParts,
  'desk' | 'place' | 'printer' | 'actor' | 'access' | 'standing' | 'moved' | 'copy' | 'onPaper' | 'atDoor'
>

/** What was drawn last: a paper for the office key in force, or another office key with its paper. */
interface Drawn {
  readonly text: string
  readonly file: RecoveryFile
  readonly key: DrawnKey | null
}

/**
 * The paper key: drawn, told once, printed if a printer is there, written down when it was typed back. Its text lives in
 * memory and on paper; main makes the sheet of it itself and has no call that would put it into a file. A new office key is
 * drawn with a paper of its own and comes in force when that was typed back: no moment is without a paper that opens.
 */
export function paperServices(parts: PaperParts): Pick<DeskServices, PaperChannel> {
  const { desk, place, printer, actor, access, standing } = parts
  let drawn: Drawn | null = null
  const forget = () => {
    drawn?.key?.office.fill(0)
    drawn = null
  }
  const demand = () => {
    if (drawn === null) throw new ExpectedError('access.no_paper')
    return drawn
  }
  return {
    'access.drawPaper': async () => {
      forget()
      const { text, file } = await desk().keys.lend(async office => draftRecovery(office, place.random))
      drawn = { text, file, key: null }
      return { text }
    },
    'access.printPaper': async ({ printer: name, language }) => {
      const { text, file } = demand()
      const office = await findOffice(desk())
      const job = {
        ...({ kind: 'paper_key', paper: 'A4', language, text } as const),
        office: office?.name[language] ?? '',
        keyId: file.keyId,
        drawnOn: actor().date,
        drawnBy: (access.person ?? standing())?.name ?? '',
      }
      return { printed: await printer.printSheetOn(job, name, async () => undefined) }
    },
    'access.savePaper': async ({ paper }) => {
      if (drawn === null || drawn.key !== null || !isSamePaper(paper, drawn.text)) {
        throw new ExpectedError('access.wrong_paper')
      }
      await writeRecovery(place, drawn.file)
      forget()
      parts.onPaper()
      return {}
    },
    'access.drawKey': async () => {
      forget()
      const key = drawOfficeKey(place.random)
      drawn = { text: key.text, file: key.paper, key }
      return { text: key.text, late: lateAt(access.door) }
    },
    'access.changeKey': async ({ paper, reason }) => {
      const key = drawn?.key ?? null
      if (key === null || !isSamePaper(paper, key.text)) throw new ExpectedError('access.wrong_paper')
      await parts.atDoor(() => putInForce(parts, key, reason))
      forget()
      return { copied: await parts.copy() }
    },
  }
}

/**
 * In one turn of the gate: no act and no copy is made between. What is left to do once the key is in force is also done by
 * the next start, so a disk that fails then takes nothing back.
 */
async function putInForce(
  { desk: deskNow, place, access, actor, moved }: PaperParts,
  drawn: DrawnKey,
  reason: ArgsOf<'access.changeKey'>['reason'],
): Promise<void> {
  const desk = deskNow()
  const { user, role } = actor()
  await desk.gate.inTurn(async actNow => {
    await changeOfficeKey({
      ...{ place, keys: desk.keys, drawn, commit: commitOf(place, access) },
      by: { user, role, reason },
    })
    await settleOfficeKey(place, desk.keys).catch(error => desk.reportBug(error))
    await noteKeyChange(desk, actor(), actNow).catch(error => desk.reportBug(error))
  })
  moved()
}
