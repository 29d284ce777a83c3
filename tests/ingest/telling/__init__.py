"""Tests of `ingest.telling`."""
