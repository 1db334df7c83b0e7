import { mkdtempSync } from 'node:fs'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { insertUnlisted } from '../../src/main/imports/insert-people.ts'
import { listRanges, unlistRanges, removeUnlisted, pagesOf } from '../../src/main/contacts/people-index-ranges.ts'
import { withoutSync } from '../../src/main/store/without-sync.ts'
const N = Number(process.argv[2] ?? 200000)
const folder = mkdtempSync('/tmp/zy-')
const log = { info() {}, warn() {}, error() {} } as never
const { db, close } = await openDatabase({ dataFolder: folder, shell: 'test', now: 1, log })
for (const p of process.argv.slice(3)) p === 'end' || db.pragma(p)
const G = ['Astrid', 'Björn', 'Cecilia', 'David', 'Elsa', 'Fatima', 'Gustav']; const F = ['Andersson', 'Öberg', 'Lindqvist', 'Holm', 'Ek']
const people = Array.from({ length: N }, (_, i) => ({ name: `${G[i % 7]} ${F[i % 5]} ${i % 1000}`, company: i % 3 ? '' : `Holm & Co ${i % 5000}`, notes: '', fields: { City: 'Umeå' }, numbers: [{ e164: `+4670${String((i * 7654321 + 1234567) % 10000000).padStart(7, '0')}`, label: 'mobile', extension: '' }] }))
const times: Record<string, number> = {}
const orig = db.prepare.bind(db)
db.prepare = ((sql: string) => { const s = orig(sql) as any; const k = sql.replace(/\s+/g, ' ').slice(0, 60); for (const m of ['run', 'all', 'get']) { const f = s[m].bind(s); s[m] = (...a: unknown[]) => { const c = process.cpuUsage(); const r = f(...a); const d = process.cpuUsage(c); times[k] = (times[k] ?? 0) + (d.user + d.system) / 1000; return r } } const raw = s.raw.bind(s); s.raw = (...a: unknown[]) => { raw(...a); return s }; return s }) as never
const phase = async (name: string, f: () => unknown) => { const c = process.cpuUsage(); const t = performance.now(); await f(); const d = process.cpuUsage(c); console.log(name, 'cpu', ((d.user + d.system) / 1000).toFixed(0), 'wall', (performance.now() - t).toFixed(0)) }
db.prepare("INSERT INTO imports (id,file_name,file_hash,options,status,stamp,started_at) VALUES ('i','','','{}','running',5,5)").run()
const tx = db.transaction((c: never) => insertUnlisted(db, 'i', c, 5))
const B = Number(process.env.B ?? 2000); if (process.env.AM) { db.prepare("INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('automerge', " + process.env.AM + ')').run(); db.prepare("INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('crisismerge', 64)").run() }
await phase('insert', () => { for (let i = 0; i < N; i += B) withoutSync(db, () => tx.immediate(people.slice(i, i + B) as never)) })
if (process.env.DM) db.prepare("INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('deletemerge', 0)").run()
const watch = { turns: { cancelled: false, yield: async () => {} }, onCancel: () => new Error(), onDone() {} }
const ranges = [{ first: 1, last: N }]
await phase('list', () => listRanges(db, ranges, 5, watch))
await phase('unlist', () => unlistRanges(db, ranges, 5, watch))
const rm = db.transaction((p: never) => removeUnlisted(db, p, 5))
await phase('remove', () => { for (const p of pagesOf(ranges, 1000)) withoutSync(db, () => rm.immediate(p as never)) })
console.log(times)
if (process.argv.includes('end')) await phase('tidy', () => { let n = 0, c = db.prepare('SELECT total_changes() AS n').get().n; db.prepare("INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('merge', -100)").run(); for (;;) { const d = db.prepare('SELECT total_changes() AS n').get().n; if (d - c < 2) break; c = d; n++; db.prepare("INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('merge', 100)").run() } console.log('merges', n) })
close()
