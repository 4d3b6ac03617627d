import type { Language } from '#shared/application/model.ts'
import type { Translate } from '../i18n.ts'

/** Why the desk cannot be shown. `start` failures need a new start of the program, `page` ones may be tried again. */
export interface Failure {
  readonly stage: 'start' | 'page'
  /** Code of an expected error, which has a sentence of its own, or `unexpected`. */
  readonly code: string
  readonly params: Record<string, string | number>
  /** Where the report lies, or null when even that could not be written. */
  readonly report: string | null
}

/** The page that tells a failure: static, without scripts, in the person's language. */
export function failurePage(failure: Failure, language: Language, t: Translate): string {
  const known = t(`error.${failure.code}`, failure.params)
  const what = known === `error.${failure.code}` ? t('failure.unexpected') : known
  const paragraphs = [
    what,
    failure.stage === 'start' ? t('failure.doRestart') : t('failure.doAgain'),
    failure.report ? t('failure.report') : '',
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(t('window.title'))}</title>
<style nonce="__NONCE__">
body { font: 16px/1.5 "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: #1b2430; background: #fff; margin: 0 }
main { max-width: 42rem; margin: 12vh auto; padding: 0 2rem }
h1 { font-size: 1.5rem }
code { display: block; padding: .75rem 1rem; background: #f1f4f7; overflow-wrap: anywhere; user-select: all }
a { display: inline-block; margin-top: 1.5rem; padding: .6rem 1.2rem; background: #0b6e99; color: #fff; text-decoration: none }
a:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px }
</style>
</head>
<body>
<main role="alert">
<h1>${escapeHtml(t(failure.stage === 'start' ? 'failure.startTitle' : 'failure.pageTitle'))}</h1>
${paragraphs
  .filter(text => text !== '')
  .map(text => `<p>${escapeHtml(text)}</p>`)
  .join('\n')}
${failure.report ? `<code>${escapeHtml(failure.report)}</code>` : ''}
${failure.stage === 'page' ? `<a href="index.html">${escapeHtml(t('failure.again'))}</a>` : ''}
</main>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}
