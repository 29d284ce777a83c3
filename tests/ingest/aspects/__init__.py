"""Tests of `ingest.aspects`."""
