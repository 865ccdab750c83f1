# Verbatim as an image: docker build -t verbatim .
# What it needs at run time comes from the environment (.env.example); what it keeps is in /var/lib/verbatim.

FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/rehearsal/package.json packages/rehearsal/package.json
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production \
    ARTICLES=/articles \
    DATA_DIR=/var/lib/verbatim \
    METRICS_PORT=9100 \
    NODE_COMPILE_CACHE=/app/compiled
RUN mkdir -p /articles /var/lib/verbatim /app/compiled && chown node:node /var/lib/verbatim /app/compiled
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY data/fingerprint.json data/fingerprint.json
COPY data/models data/models
COPY src src
COPY commands commands
USER node
# Else each start would compile everything anew, since what a container writes is gone with it.
RUN ["node", "--max-semi-space-size=4", "--max-old-space-size=2000", "src/bin/compile.ts"]
VOLUME ["/var/lib/verbatim"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.METRICS_PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "--max-semi-space-size=4", "--max-old-space-size=2000", "src/main.ts"]
