import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

const root = fileURLToPath(new URL('.', import.meta.url))

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // `npm run check` runs tsc over everything; a start should not do it again
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // the development server writes nothing into the checkout but .next/ and next-env.d.ts
  agentRules: false,
  devIndicators: false,
  serverExternalPackages: [
    'mongodb',
    'mongoose',
    'agenda',
    '@agendajs/mongo-backend',
    'sharp',
    'esbuild',
    'prom-client',
    '@aws-sdk/client-s3',
    '@opentelemetry/sdk-trace-node',
    '@opentelemetry/exporter-trace-otlp-http',
  ],
  turbopack: {
    root,
    rules: {
      '*.css': {
        condition: { path: /@payloadcms\/next\/dist\/prod\/styles\.css$/ },
        loaders: [`${root}scripts/setup/dropCostlyRules.cjs`],
      },
    },
  },
  experimental: { serverActions: { bodySizeLimit: '20mb' } },
  headers: () =>
    Promise.resolve([
      {
        // what lies below /api has headers of its own (src/endpoints/door), pages of the admin their policy (src/proxy.ts)
        source: '/((?!api/).*)',
        headers: [
          { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
    ]),
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
