import { shell } from 'electron'
import { ExpectedError } from '#shared/result/result.ts'

/**
 * Begins the installer of an update. Windows opens it and asks for the administrator's consent itself; elsewhere programs are
 * put in by the system's own means, and a person is told where the file lies. Throws `update.not_begun`.
 */
export async function beginInstaller(
  file: string,
  platform: NodeJS.Platform = process.platform,
): Promise<'started' | 'told'> {
  if (platform !== 'win32') return 'told'
  // As the shell opens it: started directly, a program that asks for consent is refused.
  if ((await shell.openPath(file)) !== '') throw new ExpectedError('update.not_begun')
  return 'started'
}
