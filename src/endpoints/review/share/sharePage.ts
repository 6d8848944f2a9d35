import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { inProcess } from '../../asked/inProcess'
import { route } from '../../asked/route'
import { statusOf } from '../../asked/statusOf'
import { escaped, page } from '../../people/pages'
import { linkOf } from './linkOf'

const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self'", "media-src 'self'",
  "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'",
].join('; ') // prettier-ignore

/** Without a script there is still the film itself. */
const pageOf = (title: string, token: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(title)} · Backlot</title><link rel="stylesheet" href="/share/review.css"><script type="module" src="/share/review.js"></script></head><body><main id="review"></main><noscript><h1>${escaped(title)}</h1><video src="/share/${token}/film.mp4" controls></video></noscript></body></html>`

/** GET /share/:token: the film for somebody without a login, or a plain page that says why not. */
export const sharePage = route({
  method: 'get',
  path: '/:token',
  open: true,
  tells: { says: 'The page behind a share link.', ok: 200, gives: 'text/html', errors: [404, 409, 410] },
  handler: async (req) => {
    try {
      const { project } = await linkOf(req)
      return new Response(pageOf(project.title, String(req.routeParams?.['token'])), {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
      })
    } catch (error) {
      if (!(error instanceof StudioError)) throw error
      return page(error.what, `<p>${escaped(error.why)}</p><p>${escaped(error.fix)}</p>`, statusOf(error.code))
    }
  },
}) // prettier-ignore

const rootOf = ({ payload }: PayloadRequest): string => (payload.config.custom as { root: string }).root
const folder = 'src/endpoints/review/share/browser'
const asset = (text: string, type: string): Response =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'private, max-age=300' } })

/** Made once a process: type-checked sources of ours, no package. */
const madeScript = async (root: string): Promise<string> => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(root, folder, 'review.ts')],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/** GET /share/review.js: what draws that page. */
export const shareScript = route({
  method: 'get',
  path: '/review.js',
  open: true,
  tells: { says: 'What draws the page behind a share link.', ok: 200, gives: 'application/octet-stream' },
  handler: async (req) => {
    const made = inProcess('shareScript', () => madeScript(rootOf(req)))
    return asset(await made, 'text/javascript')
  },
})

/** GET /share/review.css: Payload's own colours, and what the page looks like. */
export const shareStyle = route({
  method: 'get',
  path: '/review.css',
  open: true,
  tells: { says: 'How the page behind a share link looks.', ok: 200, gives: 'application/octet-stream' },
  handler: async (req) => {
    const colours = 'node_modules/@payloadcms/ui/dist/scss/colors.scss'
    const parts = [colours, `${folder}/review.css`].map((path) => readFile(join(rootOf(req), path), 'utf8'))
    return asset((await Promise.all(parts)).join('\n'), 'text/css')
  },
})
