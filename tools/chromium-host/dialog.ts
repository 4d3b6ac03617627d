import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { controlled, headed } from './surroundings.ts'
import { BrowserWindow } from './window.ts'

type Filter = { name: string; extensions: string[] }
type Options = {
  title?: string
  message?: string
  detail?: string
  defaultPath?: string
  filters?: Filter[]
  properties?: string[]
  buttons?: string[]
  defaultId?: number
  cancelId?: number
  checkboxChecked?: boolean
}
type Kind = 'open' | 'save' | 'message' | 'error'

/** What a test says in place of a person: paths, a path, or a button; `null` cancels. */
export type Answer = { filePaths?: string[]; filePath?: string; response?: number; checkboxChecked?: boolean } | null

const answers: Answer[] = []
export const asked: { kind: Kind; options: Options }[] = []

export function answerNextDialog(answer: Answer): void {
  answers.push(answer)
}

/** Dialogs may be given the window first. */
function optionsOf(given: unknown[]): Options {
  return (given.find(each => !(each instanceof BrowserWindow) && typeof each === 'object' && each !== null) ??
    {}) as Options
}

async function ask(kind: Kind, options: Options): Promise<Answer> {
  asked.push({ kind, options: JSON.parse(JSON.stringify(options)) as Options })
  if (answers.length > 0) return answers.shift() ?? null
  if (controlled || !headed) return null
  if (existsSync('/usr/bin/zenity')) return await askZenity(kind, options)
  if (process.platform === 'win32' && kind !== 'message' && kind !== 'error') return await askPowerShell(kind, options)
  return await askPage(kind, options)
}

function output(command: string, args: string[]): Promise<{ code: number; text: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let text = ''
    child.stdout.on('data', chunk => {
      text += String(chunk)
    })
    child.on('error', () => resolve({ code: 1, text: '' }))
    child.on('close', code => resolve({ code: code ?? 1, text: text.trimEnd() }))
  })
}

async function askZenity(kind: Kind, options: Options): Promise<Answer> {
  const {
    title = '',
    message = '',
    detail = '',
    defaultPath,
    buttons = ['OK'],
    properties = [],
    filters = [],
  } = options
  const words = [message, detail].filter(Boolean).join('\n\n')
  const common = [`--title=${title}`]
  if (kind === 'message' || kind === 'error') {
    const others = buttons.map(button => `--extra-button=${button}`)
    const { text } = await output('zenity', [
      '--question',
      '--switch',
      '--no-markup',
      ...common,
      `--text=${words}`,
      ...others,
    ])
    const at = buttons.indexOf(text)
    return { response: at >= 0 ? at : (options.cancelId ?? 0) }
  }
  const save = kind === 'save' ? ['--save', '--confirm-overwrite'] : []
  const folder = properties.includes('openDirectory') ? ['--directory'] : []
  const many = properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []
  const start = defaultPath ? [`--filename=${defaultPath}`] : []
  const kinds = filters.map(
    ({ name, extensions }) => `--file-filter=${name} | ${extensions.map(each => `*.${each}`).join(' ')}`,
  )
  const { code, text } = await output('zenity', [
    '--file-selection',
    ...common,
    ...save,
    ...folder,
    ...many,
    ...start,
    ...kinds,
  ])
  return chosen(kind, code === 0 ? text.split('\n') : [])
}

function chosen(kind: Kind, paths: string[]): Answer {
  const [first] = paths.filter(Boolean)
  if (!first) return null
  return kind === 'save' ? { filePath: first } : { filePaths: paths.filter(Boolean) }
}

async function askPowerShell(
  kind: Kind,
  { defaultPath = '', filters = [], properties = [] }: Options,
): Promise<Answer> {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  const folder = properties.includes('openDirectory')
  const form = folder ? 'FolderBrowserDialog' : kind === 'save' ? 'SaveFileDialog' : 'OpenFileDialog'
  const filter = filters
    .map(({ name, extensions }) => `${name}|${extensions.map(each => `*.${each}`).join(';')}`)
    .join('|')
  const lines = [
    'Add-Type -AssemblyName System.Windows.Forms',
    '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
    `$d = New-Object System.Windows.Forms.${form}`,
    ...(folder ? [] : [`$d.FileName = ${quoted(defaultPath)}`, ...(filter ? [`$d.Filter = ${quoted(filter)}`] : [])]),
    ...(properties.includes('multiSelections') ? ['$d.Multiselect = $true'] : []),
    `if ($d.ShowDialog() -eq 'OK') { $d.${folder ? 'SelectedPath' : 'FileNames'} }`,
  ]
  const { text } = await output('powershell.exe', ['-NoProfile', '-STA', '-Command', lines.join('; ')])
  return chosen(kind, text.split(/\r?\n/))
}

/** The last resort: Chromium's own small question in the window, where a path or a button's number is typed. */
async function askPage(kind: Kind, options: Options): Promise<Answer> {
  const { title = '', message = '', detail = '', defaultPath = '', buttons = ['OK'] } = options
  const page = (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])?.webContents.page
  if (!page) return null
  const asks = kind === 'message' || kind === 'error'
  const list = asks ? buttons.map((button, at) => `${at + 1} - ${button}`) : []
  const words = [title, message, detail, ...list].filter(Boolean).join('\n')
  const expression =
    asks && buttons.length === 1
      ? `alert(${JSON.stringify(words)})`
      : `prompt(${JSON.stringify(words)}, ${JSON.stringify(asks ? '1' : defaultPath)})`
  const { result } = await page.send<{ result: { value?: string } }>('Runtime.evaluate', {
    expression,
    returnByValue: true,
  })
  if (asks) return { response: result.value ? Math.max(0, Number(result.value) - 1) : (options.cancelId ?? 0) }
  return chosen(kind, [result.value ?? ''])
}

export const dialog = {
  showOpenDialog: async (...given: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> => {
    const filePaths = (await ask('open', optionsOf(given)))?.filePaths ?? []
    return { canceled: filePaths.length === 0, filePaths }
  },
  showSaveDialog: async (...given: unknown[]): Promise<{ canceled: boolean; filePath: string }> => {
    const filePath = (await ask('save', optionsOf(given)))?.filePath ?? ''
    return { canceled: filePath === '', filePath }
  },
  showMessageBox: async (...given: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> => {
    const options = optionsOf(given)
    const answer = await ask('message', options)
    return {
      response: answer?.response ?? options.cancelId ?? 0,
      checkboxChecked: answer?.checkboxChecked ?? options.checkboxChecked ?? false,
    }
  },
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`${title}\n${content}\n`)
    void ask('error', { title, message: content })
  },
}
