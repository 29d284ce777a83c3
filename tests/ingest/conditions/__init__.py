"""Tests of `ingest.conditions`."""
