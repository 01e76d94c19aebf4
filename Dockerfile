# One image for web, worker, beat and LanguageTool; everything is fetched while it is built, so
# that it runs without a network.
FROM python:3.12-slim

RUN useradd --create-home --uid 10001 auditor
WORKDIR /srv/auditor
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY auditor auditor
COPY worker worker
COPY rules rules
COPY sources sources
RUN pip install --no-cache-dir --constraint constraints.txt . \
    && mkdir -p /var/lib/auditor && chown auditor /var/lib/auditor
USER auditor
ENV AUDITOR_DATA_DIR=/var/lib/auditor \
    PYTHONUNBUFFERED=1
RUN auditor setup
EXPOSE 8300
CMD ["auditor", "serve"]
