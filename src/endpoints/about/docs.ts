import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { route } from '../asked/route'

const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'unsafe-inline'", "connect-src 'self'", "img-src 'self' data:",
  "font-src 'self' data:", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
].join('; ') // prettier-ignore

const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Routes · Backlot</title></head>
<body><rapi-doc spec-url="/api/openapi.json" load-fonts="false" show-header="false" render-style="focused" use-path-in-nav-bar="true" allow-spec-url-load="false" allow-spec-file-load="false"></rapi-doc>
<script type="module" src="/api/docs/rapidoc.js"></script></body></html>`

/** The routes as a page that can be read and tried; drawn by RapiDoc out of its package, nothing from elsewhere. */
export const docs = route({
  method: 'get',
  path: '/docs',
  tells: { says: 'The routes as a page.', ok: 200, gives: 'text/html' },
  handler: () =>
    new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
    }),
})

export const docsScript = route({
  method: 'get',
  path: '/docs/rapidoc.js',
  tells: { says: 'What draws that page.', ok: 200, gives: 'application/octet-stream' },
  handler: async ({ payload }) => {
    const { root } = payload.config.custom as { root: string }
    const script = await readFile(join(root, 'node_modules/rapidoc/dist/rapidoc-min.js'))
    return new Response(new Uint8Array(script), {
      headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'private, max-age=86400' },
    })
  },
})
