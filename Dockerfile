FROM node:24-slim
WORKDIR /app
COPY . .
RUN npm ci --omit=dev --workspace=apps/api --workspace=apps/web --workspace=packages/schema --no-audit --no-fund \
  && node scripts/messages.ts \
  && node -e "import('./apps/api/src/platform/server/build.ts').then(async ({ buildWeb, compressWeb }) => { await buildWeb(); await compressWeb(); })" \
  && mkdir -p var && chown node var
USER node
ENV HOST=0.0.0.0
EXPOSE 4000
# Node itself and not npm, which would keep the signal to stop for itself.
CMD ["node", "scripts/keep.mjs"]
