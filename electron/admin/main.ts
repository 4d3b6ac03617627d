import { askOnTerminal, runAdmin } from './run-admin.ts'

process.exitCode = await runAdmin({
  argv: process.argv.slice(2),
  environment: process.env,
  say: line => process.stdout.write(`${line}\n`),
  complain: line => process.stderr.write(`${line}\n`),
  askPassword: askOnTerminal,
})
