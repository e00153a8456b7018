import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileShell } from './compile-shell.ts'

await writeFile(join(import.meta.dirname, 'shell.ts'), await compileShell())
