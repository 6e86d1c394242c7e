# Built once, from the checkout; what runs is what `npm run release` keeps, without our PostgreSQL.
FROM node:24-slim AS build
WORKDIR /checkout
COPY . .
RUN npm ci --omit=dev --workspace=apps/api --workspace=apps/web --workspace=packages/schema --no-audit --no-fund \
  && node scripts/release/release.ts --open --without-postgres --to /release

FROM node:24-slim
WORKDIR /app
COPY --from=build /release/cahier-commun .
RUN mkdir -p var && chown node var
USER node
ENV HOST=0.0.0.0
EXPOSE 4000
# Node itself and not npm, which would keep the signal to stop for itself.
CMD ["node", "scripts/keep.mjs"]
