import { openPaperFiles, type PaperPlace } from '#electron/desk/paper-files.ts'
import { openPrints } from '#electron/desk/prints.ts'
import { RequestId } from '#shared/application/registration.ts'
import { entityId, SubjectId } from '#shared/change/action.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import { type Area, leftIn, NOTHING, type Place, type Told } from './area.ts'

const KEY = Buffer.alloc(32, 3)
const SUBJECT = SubjectId.parse('0123456789abcdefghij')
const DAY = plainDate(2026, 11, 23)
const bytesOf = (number: number) => Buffer.alloc(9000, number)

const paperOf = (number: number): PaperPlace => ({
  subject: SUBJECT,
  entity: entityId('application', `a${number}`),
  paper: `paper${number}`.padEnd(16, '0'),
})
const papersIn = ({ folder, files }: Place) => openPaperFiles({ folder, files, floor: () => 0 })

/** Paper 1 stands before. Each is written, then its action stands, then it settles; paper 2 is taken away again. */
const papers: Area = {
  name: 'scanned papers',
  async prepare(place) {
    await papersIn(place).write(paperOf(1), KEY, bytesOf(1))
    await papersIn(place).settle(paperOf(1))
  },
  async work(place, attempt) {
    const opened = papersIn(place)
    const facts = { isKept: () => true, isAttached: async () => true }
    if (!(await attempt('open', () => opened.sweep(facts)))) return
    for (const number of [2, 3]) {
      if (!(await attempt(`write ${number}`, () => opened.write(paperOf(number), KEY, bytesOf(number))))) continue
      // Here the product appends the action.
      await attempt(`settle ${number}`, () => opened.settle(paperOf(number)))
    }
    await attempt('remove 2', () => opened.remove(paperOf(2)))
  },
  async judge(place, told) {
    const opened = papersIn(place)
    const stands = (number: number) => number === 1 || told.has('begun', `settle ${number}`)
    const isAttached = async ({ paper }: PaperPlace) => stands(Number(/\d/.exec(paper)?.[0]))
    await opened.sweep({ isKept: () => true, isAttached })
    return judged(place, told, {
      folder: 'papers',
      wanted: [1, 2, 3].filter(stands),
      read: number => opened.read(paperOf(number), KEY),
    })
  },
}

const jobOf = (number: number) => RequestId.parse(`p${String(number).padStart(15, '0')}`)
const printsIn = ({ folder, files }: Place) => openPrints({ folder, files, keyring: { keyOf: () => KEY } })

/** Talon 1 is kept before; two more are kept and the second goes to paper. */
const prints: Area = {
  name: 'talons on their way to paper',
  prepare: place => printsIn(place).keep(jobOf(1), SUBJECT, DAY, bytesOf(1)),
  async work(place, attempt) {
    const opened = printsIn(place)
    if (!(await attempt('open', () => opened.sweep(DAY)))) return
    for (const number of [2, 3])
      await attempt(`keep ${number}`, () => opened.keep(jobOf(number), SUBJECT, DAY, bytesOf(number)))
    await attempt('remove 2', () => opened.drop(jobOf(2)))
  },
  async judge(place, told) {
    const opened = printsIn(place)
    await opened.sweep(DAY)
    const wanted = [1, 2, 3].filter(number => number === 1 || told.has('done', `keep ${number}`))
    return judged(place, told, { folder: 'prints', wanted, read: number => opened.find(jobOf(number)) })
  },
}

interface Kept {
  readonly folder: string
  readonly wanted: readonly number[]
  readonly read: (number: number) => Promise<Buffer | null>
}

/** What is wanted is there whole, unless it was being taken away; what was taken away is gone; nothing is half. */
async function judged(place: Place, told: Told, { folder, wanted, read }: Kept) {
  const [lost, torn] = [[] as string[], await leftIn(place, [folder])]
  for (const number of [1, 2, 3]) {
    const bytes = await read(number).catch((cause: unknown) => String(cause))
    const isRemoving = told.has('begun', `remove ${number}`)
    if (typeof bytes === 'string' || (bytes !== null && !bytes.equals(bytesOf(number))))
      torn.push(`${number}: ${bytes}`)
    else if (bytes === null && wanted.includes(number) && !isRemoving) lost.push(String(number))
    else if (bytes !== null && told.has('done', `remove ${number}`)) torn.push(`${number} is back`)
  }
  return { ...NOTHING, lost, torn }
}

/** Files of which there are many, each kept for a time. */
export const KEPT_AREAS: readonly Area[] = [papers, prints]
