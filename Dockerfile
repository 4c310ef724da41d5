# The site in a container: packages first, so that a change of the code does not install them again.
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 DATA_DIR=/data
RUN useradd --create-home --uid 1000 panah && install --directory --owner panah /data
WORKDIR /site

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt

COPY . .
USER panah
VOLUME /data
EXPOSE 8000

# Migrates, compiles translations and collects static files where they changed, then becomes the server.
CMD ["python", "-m", "config.start", "--host", "0.0.0.0", "--empty"]
