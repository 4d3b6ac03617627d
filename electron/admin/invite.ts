import type { ServerAddress } from '#shared/sync/address.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { systemRandom } from '../security/seal.ts'
import { addDesk, demandOffice, hasAccount } from '../sync/administer.ts'
import type { Wire } from '../sync/http-wire.ts'
import { readRequest, told } from '../sync/request.ts'
import { answerDigits, answerPath, writeAnswer } from '../sync/server-answer.ts'
import type { AdminAsked } from './arguments.ts'
import type { AdminHands, Told } from './commands.ts'

/** What a request is answered with. `at`: how desks reach the server; `password`: of the account, drawn for it alone. */
export interface Answering {
  readonly at: ServerAddress
  readonly password: string
}

/**
 * Makes the account of the computer that asks and writes what only that computer opens beside its request. The file is there
 * before the account is: cut short between, the command is given again. Throws SyncFailure, ExpectedError `join.no_request`, `file.*`.
 */
export async function invite(
  asked: Extract<AdminAsked, { command: 'invite' }>,
  { trust, t }: Pick<AdminHands, 'trust' | 't'>,
  wire: Wire,
  { at, password }: Answering,
): Promise<Told> {
  const { office, renew } = asked
  const request = await readRequest(nodeFiles, asked.request)
  const { installation } = request
  const { name, fingerprint } = told(request)
  const who = [
    t('admin.invite.who', { name: shown(name), installation }),
    t('admin.invite.digits', { digits: fingerprint }),
    t('admin.invite.compare', { installation }),
  ]
  await demandOffice(wire, office)
  if (!renew && (await hasAccount(wire, office, installation))) {
    return { lines: [...who, t('admin.desk.stands')], well: false }
  }
  const path = answerPath(asked.request, request)
  const answer = await writeAnswer(nodeFiles, path, request, {
    server: { address: at, office, password, trust },
    random: systemRandom,
  })
  try {
    await addDesk(wire, { office, installation, password, renewed: true })
  } catch (error) {
    // It would open an account that is not there, or not by this password.
    await nodeFiles.remove(path)
    throw error
  }
  const written = [
    t('admin.invite.written', { file: path }),
    t('admin.invite.answer_digits', { digits: answerDigits(request, answer) }),
    t('admin.invite.next'),
  ]
  return { lines: [...who, ...written], well: true }
}

/** A name is what a stranger typed: it moves no cursor of the terminal. */
function shown(name: string): string {
  return name.replace(/\p{C}/gu, '?')
}
