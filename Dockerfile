# The function's image: the bundle, the two WebAssembly runtimes and the model on top of a base that brings Node and the
# Lambda runtime, and decides by its ENTRYPOINT how a handler is started. docs/container.md explains the arguments.
ARG BASE_IMAGE=public.ecr.aws/lambda/nodejs:24@sha256:486431faaa8a45cc6b23c06ce5281670ed98faa7a45f06411121c33b7247df49

# What is built is the same for every architecture, so it is built on the builder's own.
FROM --platform=$BUILDPLATFORM ${BASE_IMAGE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
ARG MANIFEST=model/manifest.json
ARG MODEL_URL
ARG MODEL_SHA256
RUN node setup/buildImageContent.mjs --manifest "$MANIFEST" --url "$MODEL_URL" --sha256 "$MODEL_SHA256" --root /content

FROM ${BASE_IMAGE}
ARG SOURCE
ARG REVISION
ARG VERSION
LABEL org.opencontainers.image.title="snaplabel" \
      org.opencontainers.image.description="Labels images: S3 event to DynamoDB item" \
      org.opencontainers.image.source="$SOURCE" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.version="$VERSION"
COPY --from=build /content/ /
ENV MODEL_MANIFEST=/var/task/model/manifest.json
WORKDIR /var/task
# Lambda has a user of its own and ignores this one; elsewhere the handler runs as nobody.
USER 65534:65534
CMD ["index.handler"]
