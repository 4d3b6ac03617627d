import { ExpectedError } from '#shared/result/result.ts'
import type { DeskServices } from '../ipc/services.ts'

export function paperServices(): Pick<DeskServices, 'paper.attach' | 'paper.save'> {
  const refuse = async () => {
    throw new ExpectedError('desk.not_ready')
  }
  return { 'paper.attach': refuse, 'paper.save': refuse }
}
