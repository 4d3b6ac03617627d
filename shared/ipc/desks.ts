import { z } from 'zod'
import { InstallationId } from '../change/action.ts'
import { RetireReason } from '../desk/model.ts'
import { DeskLetter, KeyId, Office, User } from '../office/model.ts'
import { OfficeCode } from '../sync/address.ts'
import { HeldChain, ParcelGap } from '../sync/parcel.ts'
import { LatePeople, NewPassword } from './access.ts'

const Nothing = z.strictObject({})
const Count = z.int().nonnegative()

/** A desk of the office as its chain tells it. */
export const OfficeDesk = z.strictObject({
  installation: InstallationId,
  letter: DeskLetter.nullable(),
  provisional: z.boolean(),
  isOwn: z.boolean(),
  /** Records of it that are held here. */
  records: Count,
  replaces: InstallationId.nullable(),
  retired: RetireReason.nullable(),
  /** When it last wrote, where it was retired before that: somebody works at what should stand still. */
  wroteAfter: z.iso.datetime().nullable(),
})
export type OfficeDesk = z.infer<typeof OfficeDesk>

/** The desks of the office, and how the exchange by files stands. `fresh`: records that no file holds yet. */
export const ParcelState = z.strictObject({
  desks: z.array(OfficeDesk),
  fresh: Count,
  written: z.iso.datetime().nullable(),
  taken: z.iso.datetime().nullable(),
  busy: z.boolean(),
  /** Others have more of this desk's records than it has, or other ones: it is to go on as a new desk. */
  isBehind: z.boolean(),
})
export type ParcelState = z.infer<typeof ParcelState>

/** A file of another desk that was read whole, before anything of it is taken. */
export const FoundParcel = z.strictObject({
  fileName: z.string(),
  from: InstallationId,
  letter: DeskLetter.nullable(),
  madeAt: z.iso.datetime(),
  records: Count,
  /** Records of it that are not here yet. */
  fresh: Count,
})
export type FoundParcel = z.infer<typeof FoundParcel>

/** What became of a file that was taken in. */
export const TakenFile = z.strictObject({
  from: InstallationId,
  madeAt: z.iso.datetime(),
  taken: Count,
  records: Count,
  gaps: z.array(ParcelGap),
  held: z.array(HeldChain),
})
export type TakenFile = z.infer<typeof TakenFile>

/** A file that was written into a chosen folder, or the person closed the dialog. */
const InFolder = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), fileName: z.string(), records: Count }),
  z.strictObject({ state: z.literal('canceled') }),
])

/** Name of a desk that is to be, as its request says: a place, no person. */
export const DeskName = z.string().trim().min(1).max(60)

/** A request to join as an administrator sees it. `fingerprint`: to be compared with what the new desk shows. */
export const FoundRequest = z.strictObject({ name: DeskName, fingerprint: z.string() })
export type FoundRequest = z.infer<typeof FoundRequest>

/** A server as an answer of its administrator names it, before anybody has said that it is theirs. */
export const FoundServer = z.strictObject({ address: z.string(), office: OfficeCode })
export type FoundServer = z.infer<typeof FoundServer>

/** Twenty digits of such an answer as a person types them. */
export const AnswerDigits = z.string().max(60)

/** An invitation that this computer asked for, opened. */
export const FoundInvitation = z.strictObject({
  office: Office.shape.name,
  /** Letters that are taken, those of retired desks among them; the first one that is free. */
  letters: z.array(DeskLetter),
  free: DeskLetter.nullable(),
  records: Count,
  /** Records that stand on the server and could not be taken yet: an exchange brings them. */
  missing: Count,
  /** Desks of which records stand on the server under an office key that is not here. */
  waiting: Count,
  /** Who works in the office, and may be the person of this desk. */
  people: z.array(User),
  /** The office enters by passwords: one is set here too. */
  guarded: z.boolean(),
})
export type FoundInvitation = z.infer<typeof FoundInvitation>

/** Who works at a desk that joins: somebody of the office, or a new person. */
export const JoiningPerson = z.union([
  z.strictObject({ known: z.string().min(1).max(80) }),
  z.strictObject({ user: User.omit({ id: true }) }),
])
export type JoiningPerson = z.infer<typeof JoiningPerson>

/** The request of this desk that waits for its answer, as the giving desk shows it too. */
export const OwnKeyAsk = z.strictObject({ fingerprint: z.string(), askedAt: z.iso.datetime() })
export type OwnKeyAsk = z.infer<typeof OwnKeyAsk>

/** A request for the office key as a person sees it who may give it. `who`: null where nobody here knows them. */
export const FoundKeyAsk = z.strictObject({
  installation: InstallationId,
  letter: DeskLetter.nullable(),
  /** When the desk began. */
  since: z.iso.datetime(),
  who: z.string().nullable(),
  askedAt: z.iso.datetime(),
  fingerprint: z.string(),
})
export type FoundKeyAsk = z.infer<typeof FoundKeyAsk>

/** An answer that this desk asked for, opened; its digits are told by the giving desk alone. */
export const FoundKeyAnswer = z.strictObject({
  from: InstallationId,
  letter: DeskLetter.nullable(),
  keyId: KeyId,
})
export type FoundKeyAnswer = z.infer<typeof FoundKeyAnswer>

/** An answer that was written: the asking desk takes it by these digits. */
const GivenKey = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), fileName: z.string(), fingerprint: z.string() }),
  z.strictObject({ state: z.literal('canceled') }),
])

/** Several desks of one office: files between them, and a desk that joins. Part of `CHANNELS`. */
export const DESKS_CHANNELS = {
  'parcel.state': { args: Nothing, result: ParcelState },
  /** Asks for a folder and writes what is new since the last file, or everything. Throws `parcel.*`, `file.*`. */
  'parcel.write': { args: z.strictObject({ whole: z.boolean() }), result: InFolder },
  /** Asks for a file and reads it whole; nothing changes. Null: the person closed the dialog. Throws `parcel.*`. */
  'parcel.choose': { args: Nothing, result: z.strictObject({ found: FoundParcel.nullable() }) },
  /** Takes in what is new in the chosen file. Throws `parcel.*`, `journal.*`. */
  'parcel.take': { args: Nothing, result: TakenFile },
  /** Ends what is being written or taken in at the next record. */
  'parcel.stop': { args: Nothing, result: Nothing },
  /** Nobody works at a desk any more; its letter stays its own. */
  'desk.retire': { args: z.strictObject({ installation: InstallationId, reason: RetireReason }), result: Nothing },
  /**
   * This desk, whose data others have more of or other ones, goes on as a new one with the letter told; the program ends and
   * begins anew. Throws `desk.not_behind`, `desk.no_letter`, `desk.no_server`, `parcel.*`, `file.*`.
   */
  'desk.goOn': { args: Nothing, result: z.strictObject({ letter: DeskLetter }) },
  /** The request of this computer that waits for an invitation; null: there is none. */
  'join.state': { args: Nothing, result: z.strictObject({ asked: FoundRequest.nullable() }) },
  /** Asks for a folder and writes a request to join. Throws `desk.already_set_up`, `file.*`. */
  'join.ask': { args: z.strictObject({ name: DeskName }), result: InFolder },
  /**
   * Asks for an invitation and opens it. Where an answer of the server's administrator lies beside it nothing is taken before
   * `join.take`; else the office is put beside. Throws `join.*`, `server.*`, `parcel.*`.
   */
  'join.open': {
    args: Nothing,
    result: z.strictObject({ found: FoundInvitation.nullable(), server: FoundServer.nullable() }),
  },
  /** Puts the office beside, also from the server of that answer, by its digits. Throws `join.*`, `server.*`, `parcel.*`. */
  'join.take': { args: z.strictObject({ digits: AnswerDigits }), result: z.strictObject({ found: FoundInvitation }) },
  /** Gives up what is being put beside. */
  'join.stop': { args: Nothing, result: Nothing },
  /** Begins this desk in the office; the program ends and begins anew. Throws `join.*`. */
  'join.begin': {
    args: z.strictObject({ letter: DeskLetter, person: JoiningPerson, password: NewPassword.nullable() }),
    result: Nothing,
  },
  /**
   * Asks for a request to join and tells what it says; `answered`: the answer of the server's administrator lies beside it. Null:
   * the person closed the dialog. Throws `join.*`.
   */
  'invite.open': {
    args: Nothing,
    result: z.strictObject({ asked: FoundRequest.nullable(), answered: z.boolean() }),
  },
  /** Asks for a folder and writes the invitation; `data`: with the whole office beside it. Throws `join.*`, `file.*`. */
  'invite.write': { args: z.strictObject({ data: z.boolean() }), result: InFolder },
  /** The request of this desk for the office key that waits; null: there is none. */
  'key.state': { args: Nothing, result: z.strictObject({ asked: OwnKeyAsk.nullable() }) },
  /** Asks for a folder and writes a request for the office key; one that was made before is given up. Throws `file.*`. */
  'key.ask': { args: Nothing, result: InFolder },
  /** Asks for the answer to it and opens it; nothing is taken. Null: the person closed the dialog. Throws `key.*`. */
  'key.answer': { args: Nothing, result: z.strictObject({ found: FoundKeyAnswer.nullable() }) },
  /** Takes the office key of the opened answer by the digits the giving desk shows. Throws `key.*`, `file.*`. */
  'key.take': {
    args: z.strictObject({ from: InstallationId, digits: z.string().max(60) }),
    /** `copied`: whether a copy of the data could be made at once; `late` as `access.drawKey` tells them. */
    result: z.strictObject({ copied: z.boolean(), late: LatePeople }),
  },
  /** Asks for a request of another desk and tells what it says. Null: the person closed the dialog. Throws `key.*`. */
  'key.request': { args: Nothing, result: z.strictObject({ asked: FoundKeyAsk.nullable() }) },
  /** Asks for a folder and writes the office key for that desk alone. Throws `key.*`, `file.*`. */
  'key.give': { args: z.strictObject({ installation: InstallationId }), result: GivenKey },
} as const
