"""Tests of `ingest.lint`."""
