import { openBrowser } from '/work/main/tests/e2e/openBrowser'
const base = process.argv[2]!
const b = await openBrowser()
for (const scheme of ['dark','light'] as const) {
 const c = await b.newContext({ viewport: { width: 1360, height: 900 }, colorScheme: scheme })
 const p = await c.newPage()
 p.on('console', m => { if (m.type()==='error'||m.type()==='warning') console.log(scheme, m.type(), m.text().slice(0,400), m.location().url) })
 p.on('pageerror', e => console.log('PAGEERR', e.message))
 p.on('request', r => { const u=new URL(r.url()); if (!['data:','blob:'].includes(u.protocol) && !r.url().startsWith(base)) console.log('OUT', r.url()) })
 let n=0
 for (const path of process.argv.slice(3)) { await p.goto(base+path); await p.waitForLoadState('networkidle').catch(()=>{}); await p.screenshot({path:`/tmp/shots/${scheme}-${n++}.png`, fullPage: true}); console.log(await p.title()) }
 await c.close()
}
await b.close()
