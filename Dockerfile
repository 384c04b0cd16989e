# The built site, for production. Settings come from the environment: docs/operating.md.
FROM node:20-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/round-here
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATABASE_URL=file:/data/roundhere.db \
    BACKUP_DIR=/data/backups
WORKDIR /srv/round-here
COPY --from=build /srv/round-here/package.json /srv/round-here/server.mjs ./
COPY --from=build /srv/round-here/node_modules node_modules
COPY --from=build /srv/round-here/build build
COPY --from=build /srv/round-here/content content
COPY --from=build /srv/round-here/drizzle drizzle
COPY --from=build /srv/round-here/scripts scripts
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.mjs"]
