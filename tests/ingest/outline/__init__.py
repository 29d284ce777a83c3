"""Tests of `ingest.outline`."""
