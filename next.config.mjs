import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // `npm run check` runs tsc over everything; a start should not do it again
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // the development server writes nothing into the checkout but .next/ and next-env.d.ts
  agentRules: false,
  devIndicators: false,
  serverExternalPackages: ['mongodb', 'mongoose', 'agenda', '@agendajs/mongo-backend', 'sharp', 'esbuild'],
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  experimental: { serverActions: { bodySizeLimit: '20mb' } },
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
          { key: 'Content-Security-Policy', value: "frame-ancestors 'self'" },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
    ]),
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
