# Backlot as an image: web part or worker, on a MongoDB replica set of your own (see docker-compose.yml).
#   docker build -t backlot .
FROM node:20.20-bookworm-slim AS base
# the distribution's own ffmpeg gets its security fixes from it, so its version is not pinned
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg ca-certificates \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /studio
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# the web part, then the program of the worker; what only developers need goes
RUN node scripts/buildWeb.mjs \
  && npm prune --omit=dev --no-audit --no-fund \
  && BACKLOT_HOME=/tmp/home MONGODB_URI=mongodb://none/none node scripts/run.mjs worker --help \
  && rm -rf .next/cache /tmp/home

FROM base AS studio
ENV NODE_ENV=production \
  MALLOC_ARENA_MAX=2 \
  BACKLOT_HOME=/home/node/backlot \
  HOST=0.0.0.0 \
  PORT=3000
COPY --from=build --chown=node:node /studio /studio
# a named volume takes over whom this folder belongs to
RUN mkdir -p /home/node/backlot && chown node:node /home/node/backlot
# node
USER 1000:1000
VOLUME /home/node/backlot
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/run.mjs", "web"]
