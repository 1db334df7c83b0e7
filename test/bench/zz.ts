import { readFileSync, readdirSync } from 'node:fs'
import { measureImport } from './import.ts'
const cpu = () => Object.fromEntries(readdirSync('/proc/self/task').map((t) => { const s = readFileSync(`/proc/self/task/${t}/stat`, 'utf8'); const c = s.slice(s.indexOf('(')+1, s.lastIndexOf(')')); const f = s.slice(s.lastIndexOf(')') + 2).split(' '); return [`${t} ${c}`, (Number(f[11]) + Number(f[12])) / 100] }))
let lastT = ''
setInterval(() => { lastT = JSON.stringify(cpu()) }, 500).unref()
;(globalThis as any).cpuNow = () => console.log('CPU', JSON.stringify(Object.fromEntries(Object.entries(cpu()).filter(([, v]) => v > 0.3))))
console.log(await measureImport(Number(process.argv[2] ?? 1000000)))
